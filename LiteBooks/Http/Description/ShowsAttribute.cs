namespace LiteBooks.Http.Description;

/// <summary>
/// Marks an answer that shows what bodies of the given model have set: a member of the same name means the same, and is never longer
/// or larger than it could be set.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ShowsAttribute(Type model) : Attribute
{
    public Type Model => model;
}

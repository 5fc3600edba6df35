namespace LiteBooks.Http.Description;

/// <summary>
/// A merge patch (RFC 7396) of what the given model makes: a member of the same name has the same description and
/// bounds. None has to be there; those that the model requires, or that are marked as required here, cannot be null.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PatchOfAttribute(Type model) : Attribute
{
    public Type Model => model;
}

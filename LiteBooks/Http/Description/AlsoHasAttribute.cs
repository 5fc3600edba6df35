namespace LiteBooks.Http.Description;

/// <summary>Marks a body that takes every member of another model besides its own.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AlsoHasAttribute(Type model) : Attribute
{
    public Type Model => model;
}

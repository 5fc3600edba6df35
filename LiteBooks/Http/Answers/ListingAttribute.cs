namespace LiteBooks.Http.Answers;

/// <summary>Marks an answer whose member <paramref name="member"/> holds the resource or resources that <c>?fields=</c> chooses from.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ListingAttribute(string member, Type item) : Attribute
{
    public string Member => member;

    public Type Item => item;
}

namespace LiteBooks;

/// <summary>The bounds of a list in the OpenAPI document: how many items, and how long each text among them may be.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ItemsAttribute(int most, int longest) : Attribute
{
    public int Most => most;

    public int Longest => longest;
}

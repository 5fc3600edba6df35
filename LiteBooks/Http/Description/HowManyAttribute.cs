namespace LiteBooks.Http.Description;

/// <summary>How many values a list of a body has to have, and may have.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HowManyAttribute(int least, int most) : Attribute
{
    public int Least => least;

    public int Most => most;
}

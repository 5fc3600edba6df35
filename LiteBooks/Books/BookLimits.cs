namespace LiteBooks.Books;

/// <summary>The bounds of a book's fields, said once for the checks and for the OpenAPI document. Lengths count Unicode scalar values.</summary>
public static class BookLimits
{
    public const int Title = 300;
    public const int AuthorName = 200;
    public const int Genre = 50;
    public const int Description = 5000;
    public const int Tags = 10;
    public const int Tag = 50;
    public const int EarliestYear = 1000;

    /// <summary>Publishers announce books this many years ahead.</summary>
    public const int YearsAhead = 4;

    public const decimal HighestPrice = 10_000;
    public const int Pages = 100_000;

    /// <summary>Above this price a book needs an ISBN-13 that begins with 978.</summary>
    public const decimal PremiumPrice = 1000;

    /// <summary>A book counts as recent for this many days after it was added.</summary>
    public const int RecentDays = 30;
}

/// <summary>What can be done with a book now.</summary>
public static class BookStatus
{
    public const string Available = "available";

    public static IReadOnlyList<string> All { get; } = [Available, "checked_out", "reserved", "archived"];
}

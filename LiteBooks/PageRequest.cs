namespace LiteBooks;

/// <summary>Which page of a list: <paramref name="Page"/> counts from 1, <paramref name="PerPage"/> is 1–100.</summary>
public sealed record PageRequest(long Page, int PerPage)
{
    public const int MostPerPage = 100;

    public const int DefaultPerPage = 20;

    public static PageRequest First { get; } = new(1, DefaultPerPage);

    /// <summary>Rows before the page. A page number beyond all rows of the world stays within 64 bits.</summary>
    public long Offset => (long)Int128.Min(((Int128)Page - 1) * PerPage, long.MaxValue);

    /// <summary>How many pages so many rows make.</summary>
    public long PagesOf(long total) => (total + PerPage - 1) / PerPage;
}

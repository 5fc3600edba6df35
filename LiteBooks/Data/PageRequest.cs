namespace LiteBooks.Data;

/// <summary>Which page of a list: <paramref name="Page"/> counts from 1, <paramref name="PerPage"/> is 1–100.</summary>
public sealed record PageRequest(long Page, int PerPage)
{
    /// <summary>Rows before the page. A page number beyond all rows of the world stays within 64 bits.</summary>
    public long Offset => (long)Int128.Min(((Int128)Page - 1) * PerPage, long.MaxValue);
}

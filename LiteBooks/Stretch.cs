namespace LiteBooks;

/// <summary>Where the rows of a page lie in a list whose length is known, counted from its nearer end.</summary>
/// <param name="Offset">Rows between that end and the page.</param>
/// <param name="Limit">Rows of the page.</param>
/// <param name="IsFromEnd">Whether the end is the last row of the list, and the list is walked backwards.</param>
public sealed record Stretch(long Offset, int Limit, bool IsFromEnd)
{
    /// <summary>Null where the page lies behind the end of the list.</summary>
    public static Stretch? Of(PageRequest page, long total)
    {
        if (page.Offset >= total)
            return null;
        var limit = (int)Math.Min(page.PerPage, total - page.Offset);
        var behind = total - page.Offset - limit;
        return behind < page.Offset ? new Stretch(behind, limit, true) : new Stretch(page.Offset, limit, false);
    }
}

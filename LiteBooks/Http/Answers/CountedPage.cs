namespace LiteBooks.Http.Answers;

/// <summary>One page of a list that is counted in pages. A page past the end has no items.</summary>
public abstract record CountedPage<T> : IHasLinks
{
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>How many match, on all pages.</summary>
    public required long Total { get; init; }
    public required long Page { get; init; }
    public required int PerPage { get; init; }
    public long TotalPages => new PageRequest(Page, PerPage).PagesOf(Total);
    public bool HasNext => Page < TotalPages;
    public bool HasPrev => Page > 1;

    public void AddLinks(HttpContext context) => Links.AddPages(context, Page, TotalPages, Total);
}

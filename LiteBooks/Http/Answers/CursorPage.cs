namespace LiteBooks.Http.Answers;

/// <summary>A piece of a list that is walked by cursor. A cursor is null where there is nothing more on its side.</summary>
public abstract record CursorPage<T> : IHasLinks
{
    public required IReadOnlyList<T> Items { get; init; }
    public required string? NextCursor { get; init; }
    public required string? PrevCursor { get; init; }

    /// <summary>Whether there is more behind these items.</summary>
    public required bool HasMore { get; init; }

    public void AddLinks(HttpContext context) => Links.AddCursors(context, PrevCursor, NextCursor);
}

using LiteBooks.Http;
using LiteBooks.Http.Answers;
using LiteBooks.Http.Description;

namespace LiteBooks.Books;

/// <summary>A piece of a list that is walked by cursor. A cursor is null where there is nothing more on its side.</summary>
[Listing("items", typeof(BookSummary))]
[Example("""
    {
      "items": [{ "id": 5, "title": "1984", "author_name": "George Orwell", "price": 12.99, "genre": "dystopian" }],
      "next_cursor": "Wm9ybGR6eyJMaXN0Ijoi",
      "prev_cursor": null,
      "has_more": true
    }
    """)]
public sealed record BookCursorPage : IHasLinks
{
    public required IReadOnlyList<BookSummary> Items { get; init; }
    public required string? NextCursor { get; init; }
    public required string? PrevCursor { get; init; }

    /// <summary>Whether there is more behind these items.</summary>
    public required bool HasMore { get; init; }

    public void AddLinks(HttpContext context) => Links.AddCursors(context, PrevCursor, NextCursor);

    public static BookCursorPage From(Slice<BookSummaryRow> slice, CursorPair cursors) => new()
    {
        Items = [.. slice.Rows.Select(BookSummary.From)],
        NextCursor = cursors.Next,
        PrevCursor = cursors.Previous,
        HasMore = slice.HasBehind,
    };
}

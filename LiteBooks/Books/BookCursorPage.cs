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
public sealed record BookCursorPage : CursorPage<BookSummary>
{
    public static BookCursorPage From(Piece<BookSummaryRow> piece) => new()
    {
        Items = [.. piece.Slice.Rows.Select(BookSummary.From)],
        NextCursor = piece.Cursors.Next,
        PrevCursor = piece.Cursors.Previous,
        HasMore = piece.Slice.HasBehind,
    };
}

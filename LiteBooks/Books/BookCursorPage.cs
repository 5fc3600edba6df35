using LiteBooks.Data;
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

    public static BookCursorPage From(BookSlice slice, string list, Place? from) => new()
    {
        Items = [.. slice.Rows.Select(BookSummary.From)],
        NextCursor = slice.HasBehind ? CursorOf(list, backwards: false, slice.Rows is [.., var last] ? PlaceOf(last) : Other(from)) : null,
        PrevCursor = slice.HasBefore ? CursorOf(list, backwards: true, slice.Rows is [var first, ..] ? PlaceOf(first) : Other(from)) : null,
        HasMore = slice.HasBehind,
    };

    private static string? CursorOf(string list, bool backwards, Place? place) => place is null
        ? null
        : new Cursor(list, backwards, place.Text, place.Number, place.Id, place.IsIncluded).ToString();

    private static Place PlaceOf(BookSummaryRow row) => new(row.SortText, row.SortNumber, row.Id);

    // An empty piece goes back to where it came from, that row included which was not part of it.
    private static Place? Other(Place? place) => place is null ? null : place with { IsIncluded = !place.IsIncluded };
}

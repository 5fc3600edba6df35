using LiteBooks.Data;

namespace LiteBooks.Books;

/// <summary>
/// Which changes of a book can make the answer to a query another one. It may take a change for one that does where it does not, never
/// the other way round: filters that are not looked at here let every book through.
/// </summary>
internal sealed class BookReach(BookQuery query, bool counts)
{
    private readonly string? _genre = query.Genre is { } genre ? TextFolding.Key(genre) : null;
    private readonly HashSet<string> _genres = [.. query.Genres.Select(TextFolding.Key)];

    // Null where nothing is searched for, or what is part of every text.
    private readonly string? _search = query.Search is { } search ? SearchTerm.From(search)?.Low : null;

    /// <param name="isShown">Whether the answer shows the book, and with it what no filter looks at.</param>
    public bool IsTouchedBy(ChangedBook book, bool isShown) => book switch
    {
        _ when isShown => true,
        { Before: { } before, After: { } after } => TellsApart(before, after) && (MayHold(before) || MayHold(after)),
        { Before: { } before } => MayHold(before),
        { After: { } after } => MayHold(after),
        _ => false,
    };

    // Whether a filter, the order or a count looks at what has changed.
    private bool TellsApart(BookKeys before, BookKeys after) =>
        (before.Title != after.Title && (query.Search is not null || query.SortBy == "title"))
        || (before.Author != after.Author && (query.Search is not null || IsOfAuthors || query.SortBy == "author"))
        || (before.Genre != after.Genre && IsOfGenres)
        || (before.GenreName != after.GenreName && counts)
        || (before.Status != after.Status && (counts || query is not { Status: null, Statuses: [] }))
        || (before.PriceCents != after.PriceCents && (counts || query is not { MinPrice: null, MaxPrice: null } || query.SortBy == "price"))
        || (before.PublishedYear != after.PublishedYear && (counts || query is not { PublishedAfter: null, PublishedBefore: null } || query.SortBy == "published_year"))
        || (before.Stock != after.Stock && query.InStock is not null)
        || (before.Tags != after.Tags && (counts || query is not { Tags: [], AnyTags: [] }))
        || before.CreatedAt != after.CreatedAt;

    // Counts show a genre as some book has it, be it one that they do not count.
    private bool MayHold(BookKeys book) => counts || (
        (_genre is null || _genre == book.Genre)
        && (_genres.Count == 0 || (book.Genre is { } genre && _genres.Contains(genre)))
        && (query.Status is null || query.Status == book.Status)
        && (_search is null || Holds(book.Title, _search) || Holds(book.Author, _search)));

    private static bool Holds(string? text, string term) => text?.Contains(term, StringComparison.Ordinal) is true;

    private bool IsOfGenres => query is not { Genre: null, Genres: [] };

    private bool IsOfAuthors => query is not { AuthorId: null, Author: null, Authors: [] };
}

using LiteBooks.Data;

namespace LiteBooks.Books;

/// <summary>
/// By which index the books of a list are reached. SQLite knows nothing of how values are spread: it takes the books of a price to
/// be few, and looks up and sorts half of the catalogue for a page. The program has counted them, and says.
/// </summary>
internal sealed class BookAccess(BookQuery query)
{
    // The columns of the filters beside the id, and beside the genre.
    private const string ById = "INDEXED BY books_by_id", ByGenre = "INDEXED BY books_by_genre";

    // What SQLite decides by itself.
    private const string AsPlanned = "";

    /// <summary>Whether the filters give ids at once, so that all of them have to be found for the first page as well.</summary>
    public bool IsOfIds { get; } = query.Search is { } search && SearchTerm.From(search) is not null || query.Tags.Count + query.AnyTags.Count > 0;

    /// <summary>Whether a page may be reached in more than one way, and how many books match decides which.</summary>
    public bool DependsOnNumber => !IsOfIds && !IsOfAuthors && Columns > 0 && query.SortBy != BookQuery.Relevance && !HasIndexOfItsOwn;

    /// <summary>How all that match are found, whatever their order.</summary>
    public string ToAll => this switch
    {
        { IsOfAuthors: true } => AsPlanned,
        { IsOfIds: true } => ById,
        { IsOfGenres: true } => Columns == 2 && IsOfPrices ? AsPlanned : ByGenre,
        _ => Columns > 1 ? ById : AsPlanned,
    };

    /// <summary>The same with what facets count, which the index of one filter does not hold.</summary>
    public string ToFacets => this switch
    {
        { IsOfAuthors: true } => AsPlanned,
        { IsOfIds: true } => ById,
        { IsOfGenres: true } => ByGenre,
        _ => Columns > 0 ? ById : AsPlanned,
    };

    /// <summary>How a stretch of the list is found.</summary>
    /// <param name="isDense">
    /// Whether so many of all books match that the list's order is walked through, passing over the others, rather than all that match
    /// be found and sorted; decided by <see cref="IsDense"/> where it <see cref="DependsOnNumber"/>.
    /// </param>
    public string ToStretch(bool isDense)
    {
        if (isDense)
            return $"INDEXED BY books_by_{query.SortBy}";
        if (IsOfAuthors)
            return AsPlanned;
        // Titles and names are in the rows alone.
        if (IsOfIds)
            return query.SortBy is "created_at" or "price" or "published_year" ? ById : AsPlanned;
        if (query is { Genre: not null, SortBy: "created_at" })
            return ByGenre;
        return HasIndexOfItsOwn ? AsPlanned : ToAll;
    }

    /// <summary>
    /// Whether <paramref name="matching"/> of <paramref name="all"/> books are so many that <paramref name="rows"/> of them are met sooner in
    /// the order of the list than all of them are found: a row is met at every all/matching-th place.
    /// </summary>
    public static bool IsDense(long matching, long all, long rows) => (double)matching * matching > (double)all * rows;

    private bool IsOfAuthors => query is not { AuthorId: null, Author: null, Authors: [] };

    private bool IsOfGenres => query is not { Genre: null, Genres: [] };

    private bool IsOfPrices => query is not { MinPrice: null, MaxPrice: null };

    // Of a genre both usual orders are kept, and of a status that of the list.
    private bool HasIndexOfItsOwn =>
        query is { Genre: not null, SortBy: "created_at" or "price" } || query is { Status: not null, SortBy: "created_at" } && Columns == 1;

    // How many columns the filters look at, beside ids and authors.
    private int Columns =>
        (IsOfGenres ? 1 : 0)
        + (query is { Status: null, Statuses: [] } ? 0 : 1)
        + (IsOfPrices ? 1 : 0)
        + (query is { PublishedAfter: null, PublishedBefore: null } ? 0 : 1)
        + (query.InStock is null ? 0 : 1);
}

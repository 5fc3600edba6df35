using Dapper;
using LiteBooks.Data;

namespace LiteBooks.Books;

/// <summary>The SQL of a list of books: its filters, sorts and columns. Every one of them has an index that serves it.</summary>
internal sealed class BookListing
{
    // Exact title, then title from the start, then at the start of a word, then anywhere, then the author only.
    private const string Relevance = """
        CASE
            WHEN b.title_folded = @term THEN 5
            WHEN substr(b.title_folded, 1, length(@term)) = @term THEN 4
            WHEN instr(' ' || b.title_folded, ' ' || @term) > 0 THEN 3
            WHEN instr(b.title_folded, @term) > 0 THEN 2
            WHEN substr(b.author_folded, 1, length(@term)) = @term THEN 1
            ELSE 0
        END
        """;

    public static readonly SortMap Sorts = new(
        "b.id",
        new SortColumn("created_at", "b.created_at"),
        new SortColumn("title", "b.title_folded", IsText: true),
        new SortColumn("author", "b.author_folded", IsText: true),
        new SortColumn("price", "b.price_cents"),
        new SortColumn("published_year", "b.published_year", Nullable: true),
        new SortColumn(BookQuery.Relevance, Relevance));

    private readonly BookQuery _query;

    public BookListing(BookQuery query)
    {
        _query = query;
        Filter = FilterOf(query);
        if (query.SortBy == BookQuery.Relevance)
            Filter.Parameters.Add("term", TextFolding.Fold(query.Search!));
    }

    public SqlFilter Filter { get; }

    /// <summary>The parameters of <see cref="PageSql"/>.</summary>
    public DynamicParameters Paged(PageRequest page)
    {
        Filter.Parameters.Add("offset", page.Offset);
        return Limited(page.PerPage);
    }

    /// <summary>The parameters of <see cref="BeyondSql"/>.</summary>
    public DynamicParameters Limited(int limit)
    {
        Filter.Parameters.Add("limit", limit);
        return Filter.Parameters;
    }

    public string CountSql => $"""
        SELECT COUNT(*)
        FROM books b
        {Filter}
        """;

    /// <summary>One page by its number, with the given columns; its parameters are <c>limit</c> and <c>offset</c> besides the filter's.</summary>
    public string PageSql(string columns) => $"""
        SELECT {columns}
        FROM books b
        JOIN authors a ON a.id = b.author_id
        {Filter}
        {Sorts.OrderBy(_query.SortBy, _query.Descending)}
        LIMIT @limit OFFSET @offset
        """;

    /// <summary>Rows beyond a place, nearest first, with their own places; its parameter is <c>limit</c> besides the filter's.</summary>
    public string BeyondSql(Place? place, bool backwards)
    {
        if (place is not null)
            Sorts.AddBeyond(Filter, _query.SortBy, _query.Descending, place, backwards);
        var order = backwards ? Sorts.ReverseOrderBy(_query.SortBy, _query.Descending) : Sorts.OrderBy(_query.SortBy, _query.Descending);
        return $"""
            SELECT {BookColumns.Summary}, {Sorts.SelectPlace(_query.SortBy)}
            FROM books b
            JOIN authors a ON a.id = b.author_id
            {Filter}
            {order}
            LIMIT @limit
            """;
    }

    /// <summary>How many of the books that match have each value, the most frequent first.</summary>
    public string FacetSql(string value, string from = "books b", string? by = null) => $"""
        SELECT {value} AS value, COUNT(*) AS count
        FROM {from}
        {Filter}
        GROUP BY {by ?? value}
        ORDER BY 2 DESC, 1
        """;

    private static SqlFilter FilterOf(BookQuery query)
    {
        var where = new SqlFilter();
        if (query.AuthorId is { } author)
            where.Add($"b.author_id = {author}");
        AddText(where, query);
        AddLists(where, query);
        AddRanges(where, query);
        return where;
    }

    private static void AddText(SqlFilter where, BookQuery query)
    {
        if (query.Search is { } search && SearchTerm.From(search) is { } term)
        {
            where.Add($"""
                b.id IN (
                    {TextIndex.Titles.Holding(term)}
                    UNION
                    SELECT id FROM books WHERE author_id IN ({TextIndex.Authors.Holding(term)}))
                """);
        }
        AddAuthors(where, query.Author is { } author ? [author] : []);
        AddAuthors(where, query.Authors);
    }

    private static void AddAuthors(SqlFilter where, IReadOnlyList<string> names)
    {
        var terms = names.Select(SearchTerm.From).ToList();
        // What folds to nothing is part of every name.
        if (terms.Contains(null))
            return;
        where.AddAny(any =>
        {
            foreach (var term in terms)
                any.Add($"b.author_id IN ({TextIndex.Authors.Holding(term!)})");
        });
    }

    private static void AddLists(SqlFilter where, BookQuery query)
    {
        if (query.Genre is { } genre)
            where.Add($"b.genre_key = {TextFolding.Key(genre)}");
        if (query.Genres.Count > 0)
            where.Add($"b.genre_key IN {query.Genres.Select(TextFolding.Key).ToList()}");
        if (query.Status is { } status)
            where.Add($"b.status = {status}");
        if (query.Statuses.Count > 0)
            where.Add($"b.status IN {query.Statuses}");
        foreach (var tag in query.Tags)
            where.Add($"b.id IN (SELECT book_id FROM book_tags WHERE tag = {tag})");
        if (query.AnyTags.Count > 0)
            where.Add($"b.id IN (SELECT book_id FROM book_tags WHERE tag IN {query.AnyTags})");
    }

    private static void AddRanges(SqlFilter where, BookQuery query)
    {
        if (query.MinPrice is { } least)
            where.Add($"b.price_cents >= {Cents(least, decimal.Ceiling)}");
        if (query.MaxPrice is { } most)
            where.Add($"b.price_cents <= {Cents(most, decimal.Floor)}");
        if (query.PublishedAfter is { } first)
            where.Add($"b.published_year >= {first}");
        if (query.PublishedBefore is { } last)
            where.Add($"b.published_year <= {last}");
        if (query.InStock is true)
            where.Add($"b.stock_quantity > 0");
        if (query.InStock is false)
            where.Add($"b.stock_quantity = 0");
    }

    // Half a cent in a bound must not shut out the whole cent beside it; prices end far below the clamp.
    private static long Cents(ExactDecimal price, Func<decimal, decimal> round) =>
        (long)round(Math.Min(price.Value, long.MaxValue / 1000) * 100);
}

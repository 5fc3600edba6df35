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
        (_query, Access) = (query, new BookAccess(query));
        Filter = FilterOf(query);
        if (query.SortBy == BookQuery.Relevance)
            Filter.Parameters.Add("term", TextFolding.Fold(query.Search!));
    }

    public SqlFilter Filter { get; }

    public BookAccess Access { get; }

    /// <summary>The parameters of <see cref="PageSql"/> and <see cref="CountedPageSql"/>.</summary>
    public DynamicParameters Paged(long offset, int limit)
    {
        Filter.Parameters.Add("offset", offset);
        return Limited(limit);
    }

    /// <summary>The parameters of <see cref="BeyondSql"/>.</summary>
    public DynamicParameters Limited(int limit)
    {
        Filter.Parameters.Add("limit", limit);
        return Filter.Parameters;
    }

    /// <summary>The parameters of <see cref="BoundedCountSql"/>.</summary>
    public DynamicParameters Bounded(long most)
    {
        Filter.Parameters.Add("most", most);
        return Filter.Parameters;
    }

    /// <summary>How many books match. What is asked of genre and status alone is answered by the totals that are kept of them.</summary>
    public string CountSql => _query.IsOfKindsOnly
        ? $"""
            SELECT coalesce(SUM(b.books), 0)
            FROM book_totals b
            {Filter}
            """
        : $"""
            SELECT COUNT(*)
            FROM books b {Access.ToAll}
            {Filter}
            """;

    /// <summary>The same, but no further than to the parameter <c>most</c>.</summary>
    public string BoundedCountSql => $"""
        SELECT COUNT(*)
        FROM (
            SELECT 1
            FROM books b {Access.ToAll}
            {Filter}
            LIMIT @most)
        """;

    /// <summary>
    /// A stretch of the list with the given columns; its parameters are <c>limit</c> and <c>offset</c> besides the filter's. What
    /// is passed over is only counted in the index: rows are looked up for those that are shown.
    /// </summary>
    public string PageSql(string columns, Stretch stretch, bool isDense) =>
        Shown(columns, "b.id AS shown", isDense, stretch.IsFromEnd ? Sorts.ReverseOrderBy(_query.SortBy, _query.Descending) : Order, "LIMIT @limit OFFSET @offset", Order);

    /// <summary>
    /// The same from the beginning of the list, each row with the number of all books that match. Where the filters give ids,
    /// every match has to be found for a page anyway, and is counted in the same go.
    /// </summary>
    public string CountedPageSql(string columns) =>
        Shown($"{columns}, out_of", "b.id AS shown, COUNT(*) OVER () AS out_of", isDense: false, Order, "LIMIT @limit OFFSET @offset", Order);

    /// <summary>
    /// Rows beyond a place, nearest first, with their own places; its parameter is <c>limit</c> besides the filter's.
    /// </summary>
    public string BeyondSql(Place? place, bool backwards, bool isDense)
    {
        if (place is not null)
            Sorts.AddBeyond(Filter, _query.SortBy, _query.Descending, place, backwards);
        var order = backwards ? Sorts.ReverseOrderBy(_query.SortBy, _query.Descending) : Order;
        return Shown($"{BookColumns.Summary}, {Sorts.SelectPlace(_query.SortBy)}", "b.id AS shown", isDense, order, "LIMIT @limit", order);
    }

    /// <summary>
    /// How many of the books that match have each value, of five kinds, the most frequent first. The books are looked for once;
    /// where all match, each kind is counted in an index alone.
    /// </summary>
    public string FacetSql => $"""
        WITH matching AS MATERIALIZED (
            SELECT b.id, b.genre_key, b.status, b.published_year, b.price_cents
            FROM books b {Access.ToFacets}
            {Filter})
        SELECT
            kind,
            iif(kind = '{FacetRow.Genre}', (SELECT g.genre FROM books g WHERE g.genre_key = value LIMIT 1), value) AS value,
            count
        FROM (
            SELECT '{FacetRow.Genre}' AS kind, m.genre_key AS value, COUNT(*) AS count FROM {Matching} m GROUP BY m.genre_key
            UNION ALL
            SELECT '{FacetRow.Status}', m.status, COUNT(*) FROM {Matching} m GROUP BY m.status
            UNION ALL
            SELECT '{FacetRow.Tag}', t.tag, COUNT(*) FROM {(Filter.IsEmpty ? "book_tags t" : "matching m JOIN book_tags t ON t.book_id = m.id")} GROUP BY t.tag
            UNION ALL
            SELECT '{FacetRow.Decade}', m.published_year / 10 * 10, COUNT(*) FROM {Matching} m GROUP BY 2
            UNION ALL
            SELECT '{FacetRow.PriceBand}', {PriceBandFacet.Sql}, COUNT(*) FROM {Matching} m GROUP BY 2)
        ORDER BY kind, count DESC, value
        """;

    // Which rows are shown is found out in the indexes; all else is looked up for those alone, and brought into the order of the answer.
    private string Shown(string columns, string found, bool isDense, string walk, string limit, string order) => $"""
        SELECT {columns}
        FROM (
            SELECT {found}
            FROM books b {Access.ToStretch(isDense)}
            {Filter}
            {walk}
            {limit})
        CROSS JOIN books b ON b.id = shown
        {order}
        """;

    private string Matching => Filter.IsEmpty ? "books" : "matching";

    private string Order => Sorts.OrderBy(_query.SortBy, _query.Descending);

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

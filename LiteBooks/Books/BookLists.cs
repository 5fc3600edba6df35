using Dapper;
using LiteBooks.Data;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Books;

/// <summary>All SQL that reads many books: pages by number, pages by cursor, and counts by value.</summary>
public sealed class BookLists(Database database)
{
    /// <summary>One page and the number of all books that match, from one snapshot.</summary>
    public BookPage Page(BookQuery query) => database.ReadRemembered(Asked("page", query), connection =>
    {
        var page = Page(connection, query);
        return new BookRead<BookPage>(page, new BookReach(query, counts: false), page.Items.Count, [.. page.Items.Select(book => book.Id)]);
    }).Answer;

    /// <summary>The same of one author's books; <see cref="NotFound"/> if there is no such author.</summary>
    public Outcome<BookPage> PageOfAuthor(long authorId, BookQuery query) => database.Read<Outcome<BookPage>>(connection =>
        connection.ExecuteScalar<long>("SELECT EXISTS (SELECT 1 FROM authors WHERE id = @Id)", new AuthorById(authorId)) == 1
            ? Page(connection, query with { AuthorId = authorId })
            : new NotFound("author", authorId));

    /// <summary>The same with whole books.</summary>
    public (IReadOnlyList<BookRow> Rows, long Total) WholePage(BookQuery query) => database.Read(connection =>
        Find(connection, query, BookColumns.Whole, (sql, values) => connection.Query<BookRow>(sql, values).AsList(), row => row.OutOf));

    /// <summary>
    /// Up to <paramref name="limit"/> rows beyond a place, in the order of the list in both directions, and whether there are
    /// more before and behind them.
    /// </summary>
    public Slice<BookSummaryRow> Slice(BookQuery query, Place? place, bool backwards, int limit) => database.ReadRemembered(Asked("slice", query, place, backwards, limit), connection =>
    {
        var slice = Slice(connection, query, place, backwards, limit);
        return new BookRead<Slice<BookSummaryRow>>(slice, new BookReach(query, counts: false), slice.Rows.Count, [.. slice.Rows.Select(row => row.Id)]);
    }).Answer;

    /// <summary>Counts of the books that match, by genre, status, tag, decade and price band, from one snapshot.</summary>
    public BookFacets Facets(BookQuery query) => database.ReadRemembered(Asked("facets", query), connection =>
    {
        var listing = new BookListing(query);
        var facets = BookFacets.From(connection.Query<FacetRow>(listing.FacetSql, listing.Filter.Parameters));
        return new BookRead<BookFacets>(facets, new BookReach(query, counts: true), facets.Rows(), []);
    }).Answer;

    private static string Asked(string form, BookQuery query) => $"{form}\u0001{query.Page.Page}\u0001{query.Page.PerPage}\u0001{query.ListKey}";

    // The text comes last, because it alone can hold anything.
    private static string Asked(string form, BookQuery query, Place? place, bool backwards, int limit) =>
        $"{Asked(form, query)}\u0001{limit}\u0001{backwards}\u0001{place?.Id}\u0001{place?.IsIncluded}\u0001{place?.Number}\u0001{(place?.Text is null ? "" : "=")}{place?.Text}";

    private static Slice<BookSummaryRow> Slice(SqliteConnection connection, BookQuery query, Place? place, bool backwards, int limit)
    {
        var isDense = IsDense(connection, query, limit);
        return LiteBooks.Slice.Beyond(place, backwards, limit, (from, reverse, most) =>
        {
            var listing = new BookListing(query);
            var sql = listing.BeyondSql(from, reverse, isDense);
            return connection.Query<BookSummaryRow>(sql, listing.Limited(most)).AsList();
        });
    }

    private static BookPage Page(SqliteConnection connection, BookQuery query)
    {
        var (rows, total) = Find(connection, query, BookColumns.Summary, (sql, values) => connection.Query<BookSummaryRow>(sql, values).AsList(), row => row.OutOf);
        return BookPage.From(rows, total, query.Page);
    }

    private static (IReadOnlyList<TRow> Rows, long Total) Find<TRow>(
        SqliteConnection connection, BookQuery query, string columns, Func<string, DynamicParameters, IReadOnlyList<TRow>> read, Func<TRow, long> outOf)
    {
        var listing = new BookListing(query);
        if (listing.Access.IsOfIds)
        {
            var found = read(listing.CountedPageSql(columns), listing.Paged(query.Page.Offset, query.Page.PerPage));
            if (found.Count > 0 || query.Page.Offset == 0)
                return (found, found.Count > 0 ? outOf(found[0]) : 0);
            // The page lies behind the end, and no row tells where that is.
        }
        var total = connection.ExecuteScalar<long>(listing.CountSql, listing.Filter.Parameters);
        if (Stretch.Of(query.Page, total) is not { } stretch)
            return ([], total);
        var isDense = listing.Access.DependsOnNumber && BookAccess.IsDense(total, AllBooks(connection), stretch.Offset + stretch.Limit);
        return (read(listing.PageSql(columns, stretch, isDense), listing.Paged(stretch.Offset, stretch.Limit)), total);
    }

    // Of a walk nobody asks the total, so it is counted no further than it matters.
    private static bool IsDense(SqliteConnection connection, BookQuery query, int limit)
    {
        var listing = new BookListing(query);
        if (!listing.Access.DependsOnNumber)
            return false;
        var all = AllBooks(connection);
        return BookAccess.IsDense(connection.ExecuteScalar<long>(listing.BoundedCountSql, listing.Bounded((long)Math.Sqrt((double)all * limit) + 1)), all, limit);
    }

    private static long AllBooks(SqliteConnection connection) => connection.ExecuteScalar<long>("SELECT coalesce(SUM(books), 0) FROM book_totals");
}

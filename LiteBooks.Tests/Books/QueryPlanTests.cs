using LiteBooks.Books;
using LiteBooks.Data;
using LiteBooks.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace LiteBooks.Tests.Books;

/// <summary>How SQLite would run the queries of a list: no filter and no sort may read all books one by one.</summary>
[Trait("Category", "InProcess")]
public sealed class QueryPlanTests : DatabaseTest
{
    private static readonly Stretch FirstPage = new(0, 20, IsFromEnd: false);

    public static TheoryData<string> Filters =>
    [
        "search=ab", "search=abc", "author=a", "author=abc", "authors=abc&authors=x", "genre=novel&in_stock=true", "genres=novel&genres=essay&min_price=5",
        "status=reserved&in_stock=true", "statuses=reserved&statuses=archived&max_price=5", "tags=x", "tags=x&tags=y", "any_tags=x&any_tags=y",
        "min_price=5", "max_price=5", "min_price=5&max_price=6", "published_after=2000", "published_before=2000", "in_stock=true", "in_stock=false",
    ];

    public static TheoryData<string> Sorts
    {
        get
        {
            var sorts = new TheoryData<string>();
            foreach (var key in BookListing.Sorts.Keys.Where(key => key != BookQuery.Relevance))
            {
                foreach (var order in new[] { "asc", "desc" })
                    sorts.Add($"sort_by={key}&sort_order={order}");
            }
            return sorts;
        }
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void No_filter_reads_all_books_one_by_one(string query)
    {
        var plan = Plan(query, listing => listing.CountSql);

        Assert.DoesNotContain(plan, ScansBooks);
    }

    [Theory]
    [InlineData("search=ab")]
    [InlineData("search=abc")]
    [InlineData("author=a")]
    [InlineData("author=abc")]
    public void A_search_looks_its_books_up(string query)
    {
        var plan = Plan(query, listing => listing.CountSql);

        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN b", StringComparison.Ordinal));
        Assert.Contains(plan, step => step.Contains("VIRTUAL TABLE INDEX", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Sorts))]
    public void A_sort_of_the_whole_list_follows_an_index(string query)
    {
        foreach (var stretch in new[] { FirstPage, FirstPage with { IsFromEnd = true } })
        {
            var plan = Plan(query, listing => listing.PageSql(BookColumns.Summary, stretch, isDense: false));

            // The one that is left brings the few rows of the page into their order.
            Assert.Single(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
            Assert.Contains(plan, step => step.StartsWith("SCAN b USING COVERING INDEX", StringComparison.Ordinal));
            Assert.DoesNotContain(plan, ScansBooks);
        }
    }

    [Theory]
    [InlineData("search=ab")]
    [InlineData("search=abc&genre=novel")]
    public void A_search_finds_its_page_and_its_total_in_one_go(string query)
    {
        var plan = Plan(query, listing => listing.CountedPageSql(BookColumns.Summary));

        Assert.DoesNotContain(plan, ScansBooks);
        Assert.Contains(plan, step => step.Contains("VIRTUAL TABLE INDEX", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("search=abc")]
    [InlineData("tags=x&published_after=2000")]
    [InlineData("any_tags=x&any_tags=y&genre=novel&in_stock=true&sort_by=price")]
    [InlineData("min_price=5&published_after=2000&sort_by=published_year")]
    [InlineData("status=reserved&in_stock=true")]
    [InlineData("genre=novel&published_before=2000")]
    [InlineData("genres=novel&genres=essay&min_price=5&in_stock=true")]
    public void No_row_is_read_of_a_book_that_is_not_shown(string query)
    {
        foreach (var sql in new Func<BookListing, string>[] { listing => listing.CountSql, listing => listing.BoundedCountSql, listing => listing.CountedPageSql("b.id") })
        {
            var ofBooks = Plan(query, sql).Where(step => step.StartsWith("SCAN b ", StringComparison.Ordinal) || step.StartsWith("SEARCH b ", StringComparison.Ordinal));

            // The second one is of those that are shown.
            Assert.Contains("USING COVERING INDEX", ofBooks.First(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Sorts))]
    public void Where_many_match_the_list_is_walked_and_not_sorted(string sort)
    {
        foreach (var filter in new[] { "min_price=5", "genres=novel&genres=essay", "statuses=reserved&statuses=archived&max_price=5", "in_stock=true&published_after=1900" })
        {
            var query = $"{filter}&{sort}";
            Assert.True(ListingOf(query).Access.DependsOnNumber);
            var place = sort.Contains("title", StringComparison.Ordinal) || sort.Contains("author", StringComparison.Ordinal) ? new Place("m", null, 7) : new Place(null, 7, 7);
            foreach (var sql in new Func<BookListing, string>[] { listing => listing.PageSql(BookColumns.Summary, FirstPage, isDense: true), listing => listing.BeyondSql(place, backwards: false, isDense: true), listing => listing.BeyondSql(place, backwards: true, isDense: true) })
                Assert.Single(Plan(query, sql), step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("genre=novel&min_price=5&in_stock=true")]
    [InlineData("genre=novel&min_price=5&in_stock=true&sort_by=price")]
    [InlineData("status=reserved")]
    public void What_has_an_index_in_its_order_is_walked_there_however_many_match(string query)
    {
        Assert.False(ListingOf(query).Access.DependsOnNumber);
        Assert.Single(Plan(query, listing => listing.PageSql(BookColumns.Summary, FirstPage, isDense: false)), step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("search=abc")]
    [InlineData("tags=x&min_price=5")]
    [InlineData("author=abc&min_price=5")]
    [InlineData("search=%CC%81%CC%81")]
    [InlineData("")]
    public void Where_there_is_one_way_only_nothing_is_counted_for_it(string query) => Assert.False(ListingOf(query).Access.DependsOnNumber);

    [Theory]
    [InlineData(1_415, 100_000, 20, true)]
    [InlineData(1_414, 100_000, 20, false)]
    [InlineData(3_000_000_000, 3_000_000_000, 20, true)]
    [InlineData(100_000, 100_000, 100_000, false)]
    [InlineData(0, 0, 20, false)]
    public void Many_are_those_of_which_a_page_is_met_sooner_than_all_are_found(long matching, long all, long rows, bool isDense) =>
        Assert.Equal(isDense, BookAccess.IsDense(matching, all, rows));

    [Theory]
    [InlineData("")]
    [InlineData("genre=novel")]
    [InlineData("status=reserved")]
    [InlineData("genres=novel&genres=essay&statuses=reserved&statuses=archived")]
    public void The_total_of_genres_and_statuses_is_kept_and_not_counted(string query)
    {
        var sql = ListingOf(query).CountSql;

        Assert.Contains("FROM book_totals", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("FROM books", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void The_books_of_a_genre_are_in_the_order_of_their_prices_already()
    {
        var plan = Plan("genre=novel&sort_by=price&sort_order=asc", listing => listing.PageSql(BookColumns.Summary, FirstPage, isDense: false));

        Assert.Single(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
        Assert.Contains(plan, step => step.Contains("books_by_genre_and_price", StringComparison.Ordinal));
    }

    [Fact]
    public void All_books_are_counted_by_value_without_looking_at_one()
    {
        var plan = Plan("", listing => listing.FacetSql);

        Assert.DoesNotContain(plan, step => step.Contains("MATERIALIZE", StringComparison.Ordinal));
        Assert.Equal(4, plan.Count(step => step.StartsWith("SCAN m USING COVERING INDEX", StringComparison.Ordinal)));
        Assert.Contains(plan, step => step == "SCAN t");
    }

    [Fact]
    public void The_books_to_be_counted_by_value_are_looked_for_once()
    {
        var plan = Plan("genre=novel", listing => listing.FacetSql);

        Assert.Single(plan, step => step.StartsWith("MATERIALIZE matching", StringComparison.Ordinal));
        Assert.Single(plan, step => step.StartsWith("SEARCH b ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Sorts))]
    public void A_walk_goes_on_in_an_index_without_sorting_what_is_left(string query)
    {
        var isText = query.Contains("title", StringComparison.Ordinal) || query.Contains("author", StringComparison.Ordinal);
        var place = isText ? new Place("m", null, 7) : new Place(null, 7, 7);
        foreach (var backwards in new[] { false, true })
        {
            var plan = Plan(query, listing => listing.BeyondSql(place, backwards, isDense: false));

            // The one that is left brings the few rows of the piece into their order.
            Assert.Single(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
            Assert.DoesNotContain(plan, ScansBooks);
        }
    }

    [Fact]
    public void The_books_of_an_author_are_looked_up()
    {
        var listing = new BookListing(new BookQuery { AuthorId = 7 });

        foreach (var sql in new[] { listing.CountSql, listing.PageSql(BookColumns.Summary, FirstPage, isDense: false) })
            Assert.Contains(Plan(listing, sql), step => step.Contains("books_of_author", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sort_without_an_index_would_be_noticed()
    {
        var plan = Database.Read(connection => connection.Rows("EXPLAIN QUERY PLAN SELECT description FROM books b ORDER BY b.description")).Select(Detail).ToList();

        Assert.Contains(plan, ScansBooks);
        Assert.Contains(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    private List<string> Plan(string query, Func<BookListing, string> sql)
    {
        var listing = ListingOf(query);
        return Plan(listing, sql(listing));
    }

    private List<string> Plan(BookListing listing, string sql)
    {
        listing.Bounded(1_000);
        return Database.Plan(sql, listing.Paged(FirstPage.Offset, FirstPage.Limit));
    }

    private static BookListing ListingOf(string query) => new(BookQuery.Read(new QueryCollection(QueryHelpers.ParseQuery(query)), ListKind.Pages).Value);

    private static string Detail(string row) => row.Split('|')[3];

    private static bool ScansBooks(string step) =>
        (step.StartsWith("SCAN b", StringComparison.Ordinal) || step.StartsWith("SCAN books", StringComparison.Ordinal))
        && !step.StartsWith("SCAN book_tags", StringComparison.Ordinal)
        && !step.Contains("INDEX", StringComparison.Ordinal);
}

using LiteBooks.Authors;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Authors;

/// <summary>How SQLite would run a list of authors.</summary>
[Trait("Category", "InProcess")]
public sealed class AuthorQueryPlanTests : DatabaseTest
{
    [Fact]
    public void Every_sort_of_the_list_follows_an_index()
    {
        foreach (var query in AuthorQuery.Sorts.Keys.SelectMany(key => new[] { new AuthorQuery { SortBy = key }, new AuthorQuery { SortBy = key, Descending = true } }))
        {
            var plan = Database.Read(connection => connection.Rows($"EXPLAIN QUERY PLAN SELECT bio FROM authors {query.OrderBy} LIMIT 20"));

            Assert.Contains("USING INDEX authors_by_", Assert.Single(plan), StringComparison.Ordinal);
        }
    }
}

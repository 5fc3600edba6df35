using System.Text.Json;
using LiteBooks.Books;
using LiteBooks.Data;
using LiteBooks.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace LiteBooks.Tests.Books;

/// <summary>
/// What is remembered of lists while books change at random, held against the same asked of somebody who remembers nothing: another
/// opening of the file, to which every commit is a stranger's.
/// </summary>
[Trait("Category", "InProcess")]
public sealed class RememberedListTests(ITestOutputHelper output) : DatabaseTest
{
    private const int Books = 120, Rounds = 150;

    private static readonly string[] Words = ["garden", "winter", "Ärger", "of", "shadow", "ga", "the"];
    private static readonly string?[] Genres = ["fiction", "Fiction", "mystery", null];
    private static readonly string[] Names = ["Laura Miller", "Jörg Winter", "An Shadow", "Ga Gardener"];
    private static readonly string[] Tags = ["[]", """["new"]""", """["new","old"]"""];
    private static readonly string[] Statuses = ["available", "reserved"];

    private static readonly BookQuery[] Queries =
    [
        new(), new() { SortBy = "title", Descending = false }, new() { SortBy = "author" }, new() { SortBy = "price" }, new() { SortBy = "published_year" },
        new() { Genre = "FICTION" }, new() { Genre = "mystery", SortBy = "price" }, new() { Genres = ["fiction", "nothing"] },
        new() { Search = "garden" }, new() { Search = "arger", SortBy = BookQuery.Relevance }, new() { Search = "ga" }, new() { Search = "miller", SortBy = "price" },
        new() { Search = "shadow", Genre = "fiction" }, new() { Search = "nowhere" }, new() { Search = "\u0301\u0301" },
        new() { Author = "winter" }, new() { Authors = ["laura", "gard"] }, new() { Status = "reserved" }, new() { Statuses = ["reserved", "archived"], SortBy = "title" },
        new() { Tags = ["new"] }, new() { AnyTags = ["old", "odd"] }, new() { MinPrice = new ExactDecimal(5m, true) }, new() { MaxPrice = new ExactDecimal(3m, true), SortBy = "price" },
        new() { PublishedAfter = 2000 }, new() { PublishedBefore = 1999 }, new() { InStock = true }, new() { InStock = false, Search = "of" },
    ];

    [Fact]
    public async Task A_list_is_never_older_than_the_last_commit_and_often_survives_it()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed: {seed}");
        var random = new Random(seed);
        using var elsewhere = Database.Open(TestSettings.Read(("Database:Path", File), ("Database:ReadOnly", "true")), NullLoggerFactory.Instance);
        var (lists, reference) = (new BookLists(Database), new BookLists(elsewhere));
        await Change(connection => Enumerable.Range(0, Books).ToList().ForEach(_ => Add(connection, random)));
        var (kept, asked) = (0, 0);
        var before = Ask(lists);
        for (var round = 0; round < Rounds; round++)
        {
            var what = await ChangeAtRandom(random);

            var after = Ask(lists);
            var expected = Ask(reference);
            for (var i = 0; i < after.Count; i++)
            {
                Assert.True(after[i].Text == expected[i].Text, $"Seed {seed}, round {round} ({what}), answer {i}: {after[i].Text} instead of {expected[i].Text}");
                kept += ReferenceEquals(before[i].Answer, after[i].Answer) ? 1 : 0;
                asked++;
            }
            before = after;
        }

        output.WriteLine($"{kept} of {asked} answers outlived a commit.");
        Assert.InRange(kept, asked / 5, asked * 4 / 5);
    }

    private static List<(object Answer, string Text)> Ask(BookLists lists) =>
    [
        .. Queries.Select(query => lists.Page(query with { Page = new PageRequest(1, 5) })).Select(page => ((object)page, JsonSerializer.Serialize(page, BookJson.Default.BookPage))),
        .. Queries.Where(query => query.SortBy != BookQuery.Relevance).Select(query => lists.Slice(query, place: null, backwards: false, limit: 4)).Select(slice => ((object)slice, TextOf(slice))),
        .. Queries.Select(query => lists.Facets(query)).Select(facets => ((object)facets, JsonSerializer.Serialize(facets, BookJson.Default.BookFacets))),
    ];

    private static string TextOf(Slice<BookSummaryRow> slice) =>
        string.Join('\n', slice.Rows.Select(row => $"{row.Id} {row.Title} {row.AuthorName} {row.PriceCents} {row.Genre} {row.SortText} {row.SortNumber}").Append($"{slice.HasBefore} {slice.HasBehind}"));

    private async Task<string> ChangeAtRandom(Random random)
    {
        switch (random.Next(12))
        {
            case 0:
                await Change(connection => Add(connection, random));
                return "added";
            case 1:
                await Change(connection => connection.Run("DELETE FROM books WHERE id = (SELECT id FROM books ORDER BY random() LIMIT 1)"));
                return "deleted";
            case 2:
                await Change(connection => Rename(connection, random));
                return "author renamed";
            case 3:
                await Change(connection => connection.Run("INSERT INTO authors (name, name_key, name_folded, created_at) VALUES (@p0, @p0, @p0, 1)", $"unread {random.Next()}"));
                return "author added";
            case 4:
                await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Change(connection => Set(connection, random))));
                return "many set together";
            case 5:
                await Database.Write<int>(connection =>
                {
                    Set(connection, random);
                    return new NotFound("nothing");
                });
                await Change(connection => Set(connection, random));
                return "undone, then set";
            case 6:
                await Change(connection => Set(connection, random));
                using (var other = TestDatabase.Connect(File))
                    other.Run("UPDATE books SET price_cents = price_cents + 1, title = title || '!' WHERE id % 7 = 0");
                return "set, then changed by another process";
            default:
                await Change(connection => Set(connection, random));
                return "set";
        }
    }

    private Task<Outcome<int>> Change(Action<SqliteConnection> change) => Database.Write<int>(connection =>
    {
        change(connection);
        return 0;
    });

    private static void Add(SqliteConnection connection, Random random)
    {
        var (title, name) = (Title(random), Pick(random, Names));
        connection.Run("INSERT INTO authors (name, name_key, name_folded, created_at) VALUES (@p0, @p1, @p2, 1) ON CONFLICT DO NOTHING", name, TextFolding.Key(name), TextFolding.Fold(name));
        var genre = Pick(random, Genres);
        connection.Run("""
            INSERT INTO books (title, title_folded, author_id, author_name, author_folded, isbn, isbn_key, genre, genre_key, published_year, price_cents, status, stock_quantity, tags, created_at)
            SELECT @p0, @p1, a.id, a.name, a.name_folded, @p2, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10
            FROM authors a ORDER BY random() LIMIT 1
            """,
            title, TextFolding.Fold(title), random.NextInt64(1, long.MaxValue), genre, genre is null ? null : TextFolding.Key(genre), random.Next(1980, 2020), random.Next(100, 900),
            Pick(random, Statuses), random.Next(2), Pick(random, Tags), random.Next(1000));
    }

    // One column or two of one book.
    private static void Set(SqliteConnection connection, Random random)
    {
        var (title, genre) = (Title(random), Pick(random, Genres));
        var (columns, values) = random.Next(9) switch
        {
            0 => ("title = @p0, title_folded = @p1", (object?[])[title, TextFolding.Fold(title)]),
            1 => ("genre = @p0, genre_key = @p1", [genre, genre is null ? null : TextFolding.Key(genre)]),
            2 => ("status = @p0, version = version + 1", [Pick(random, Statuses)]),
            3 => ("price_cents = @p0", [random.Next(100, 900)]),
            4 => ("published_year = @p0", [random.Next(3) == 0 ? null : random.Next(1980, 2020)]),
            5 => ("stock_quantity = @p0", [random.Next(2)]),
            6 => ("tags = @p0", [Pick(random, Tags)]),
            7 => ("rating_sum = rating_sum + 1", []),
            _ => ("(author_id, author_name, author_folded) = (SELECT id, name, name_folded FROM authors ORDER BY random() LIMIT 1)", []),
        };
        connection.Run($"UPDATE books SET {columns} WHERE id = (SELECT id FROM books ORDER BY random() LIMIT 1)", values);
    }

    private static void Rename(SqliteConnection connection, Random random)
    {
        var name = $"{Pick(random, Names)} {random.Next(100)}";
        connection.Run("UPDATE OR IGNORE authors SET name = @p0, name_key = @p1, name_folded = @p2 WHERE id = (SELECT id FROM authors ORDER BY random() LIMIT 1)", name, TextFolding.Key(name), TextFolding.Fold(name));
    }

    private static string Title(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(random, Words)));

    private static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];
}

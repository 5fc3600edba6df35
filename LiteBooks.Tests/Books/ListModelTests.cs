using System.Globalization;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;
using Xunit.Abstractions;

namespace LiteBooks.Tests.Books;

/// <summary>Random lists of random books, held against the same computation in plain C#.</summary>
public sealed class ListModelTests(AppFixture app, ITestOutputHelper output) : IClassFixture<AppFixture>
{
    private const int Books = 400;
    private const int Queries = 400;

    [Fact]
    public async Task Every_list_is_what_a_plain_computation_says()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed: {seed}");
        var random = new Random(seed);
        var books = await Store([.. Enumerable.Range(0, Books).Select(_ => ModelBook.Random(random))]);

        for (var i = 0; i < Queries; i++)
        {
            var query = ModelQuery.Random(random);
            var answer = await app.Api.List(query.ToString());

            var expected = query.Apply(books);
            Assert.True(expected.Count == answer.GetProperty("total").GetInt64(), $"Seed {seed}, query {i}: {query}: total {answer.GetProperty("total")} instead of {expected.Count}");
            var page = expected.Skip((query.Page - 1) * query.PerPage).Take(query.PerPage).Select(book => book.Id);
            Assert.True(page.SequenceEqual(answer.Ids()), $"Seed {seed}, query {i}: {query}: [{string.Join(", ", answer.Ids())}] instead of [{string.Join(", ", page)}]");
            Assert.Equal((expected.Count + query.PerPage - 1) / query.PerPage, answer.GetProperty("total_pages").GetInt32());
        }
    }

    private async Task<List<ModelBook>> Store(List<ModelBook> books)
    {
        await Parallel.ForEachAsync(books, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (book, _) =>
        {
            book.Id = (await app.Api.Create(book.ToJson())).Id();
            (await app.Api.Patch(TestBooks.At(book.Id), new JsonObject { ["status"] = book.Status })).ShouldBe(200);
        });
        using var database = TestDatabase.Connect(app.DatabasePath);
        database.Run("BEGIN");
        foreach (var book in books)
            database.Run("UPDATE books SET stock_quantity = @p1, created_at = @p2 WHERE id = @p0", book.Id, book.Stock, book.CreatedAt);
        database.Run("COMMIT");
        return books;
    }
}

/// <summary>A word as it is written, and as it is searched and sorted by.</summary>
internal sealed record Word(string Written, string Folded);

internal sealed record ModelBook
{
    private static readonly Word[] Words =
    [
        new("Straße", "strasse"), new("ØRE", "ore"), new("łódka", "lodka"), new("Æon", "aeon"), new("İz", "iz"), new("Cafe\u0301", "cafe"), new("cafés", "cafes"),
        new("100%", "100%"), new("a_b", "a_b"), new("\"Oh\"", "\"oh\""), new("O'Hara", "o'hara"), new("OR", "or"), new("NOT", "not"), new("*", "*"), new("x", "x"),
        new("戦争", "戦争"), new("Война", "воина"), new("Zebra", "zebra"), new("zebu", "zebu"), new("Abc", "abc"), new("ABCD", "abcd"),
    ];

    public static readonly string[] Genres = ["Novel", "novel", "NOVEL", "Poésie", "poésie", "Essay", "war & peace"];
    public static readonly string[] Tags = ["a", "b", "classic", "c++", "50%", "été"];
    public static readonly string[] Statuses = ["available", "checked_out", "reserved", "archived"];

    public long Id { get; set; }
    public required Word Title { get; init; }
    public required Word Author { get; init; }
    public required string? Genre { get; init; }
    public required int? Year { get; init; }
    public required decimal Price { get; init; }
    public required string[] TagList { get; init; }
    public required string Status { get; init; }
    public required int Stock { get; init; }
    public required long CreatedAt { get; init; }

    public static ModelBook Random(Random random) => new()
    {
        Title = Phrase(random, 3),
        Author = Phrase(random, 2),
        Genre = random.Next(4) == 0 ? null : random.GetItems(Genres, 1)[0],
        Year = random.Next(4) == 0 ? null : random.Next(1990, 2010),
        Price = random.Next(1, 3000) / (random.Next(2) == 0 ? 100m : 1m),
        TagList = [.. random.GetItems(Tags, random.Next(4)).Distinct()],
        Status = random.GetItems(Statuses, 1)[0],
        Stock = Math.Max(0, random.Next(-2, 3)),
        // Few moments, so that many books share one.
        CreatedAt = 1_700_000_000_000 + random.Next(20),
    };

    public JsonObject ToJson() => TestBooks.Minimal()
        .With("title", Title.Written)
        .With("author_name", Author.Written)
        .With("genre", Genre)
        .With("published_year", Year)
        .With("price", Price)
        .With("tags", new JsonArray([.. TagList.Select(tag => (JsonNode)tag)]));

    public static Word Phrase(Random random, int most)
    {
        var words = random.GetItems(Words, random.Next(1, most + 1));
        return new Word(string.Join(' ', words.Select(word => word.Written)), string.Join(' ', words.Select(word => word.Folded)));
    }
}

/// <summary>A query of a list: its text for the server, and its meaning in plain C#.</summary>
internal sealed class ModelQuery
{
    private readonly List<(string Name, string Value)> _parameters = [];
    private readonly List<Func<ModelBook, bool>> _filters = [];
    private Func<IEnumerable<ModelBook>, IEnumerable<ModelBook>> _sort = books => books;

    public int Page { get; private init; }

    public int PerPage { get; private init; }

    /// <summary>A query of a page, or of a walk by cursor in pieces of <paramref name="limit"/>.</summary>
    public static ModelQuery Random(Random random, int? limit = null)
    {
        var query = new ModelQuery { Page = random.Next(1, 5), PerPage = random.Next(1, 101) };
        for (var filters = random.Next(4); filters > 0; filters--)
            query.AddFilter(random);
        query.AddSort(random);
        if (limit is { } rows)
            query._parameters.Add(("limit", Text(rows)));
        else
            query._parameters.AddRange([("page", Text(query.Page)), ("per_page", Text(query.PerPage))]);
        return query;
    }

    public List<ModelBook> Apply(IEnumerable<ModelBook> books) => [.. _sort(books.Where(book => _filters.TrueForAll(filter => filter(book))))];

    public override string ToString() => string.Join('&', _parameters.Select(parameter => $"{parameter.Name}={Api.Escape(parameter.Value)}"));

    private void AddFilter(Random random)
    {
        switch (random.Next(13))
        {
            case 0 when Part(random, 2) is { } part:
                AddOne("search", Shout(random, part), book => Contains(book.Title, part) || Contains(book.Author, part));
                break;
            case 1 when Part(random, 1) is { } part:
                AddOne("author", Shout(random, part), book => Contains(book.Author, part));
                break;
            case 2 when Part(random, 1) is { } first && Part(random, 1) is { } second:
                AddMany("authors", [first, second], book => Contains(book.Author, first) || Contains(book.Author, second));
                break;
            case 3:
                var genre = random.GetItems(ModelBook.Genres, 1)[0];
                AddOne("genre", genre, book => SameText(book.Genre, genre));
                break;
            case 4:
                var genres = random.GetItems(ModelBook.Genres, 2);
                AddMany("genres", genres, book => genres.Any(genre => SameText(book.Genre, genre)));
                break;
            case 5:
                var status = random.GetItems(ModelBook.Statuses, 1)[0];
                AddOne("status", status, book => book.Status == status);
                break;
            case 6:
                var statuses = random.GetItems(ModelBook.Statuses, 2);
                AddMany("statuses", statuses, book => statuses.Contains(book.Status));
                break;
            case 7:
                var tags = random.GetItems(ModelBook.Tags, random.Next(1, 3));
                AddMany("tags", tags, book => tags.All(book.TagList.Contains));
                break;
            case 8:
                var anyTags = random.GetItems(ModelBook.Tags, 2);
                AddMany("any_tags", anyTags, book => anyTags.Any(book.TagList.Contains));
                break;
            case 9:
                var least = random.Next(0, 30000) / 1000m;
                AddOne("min_price", Text(least), book => book.Price >= least);
                break;
            case 10:
                var most = random.Next(0, 30000) / 10m;
                AddOne("max_price", Text(most), book => book.Price <= most);
                break;
            case 11:
                var year = random.Next(1988, 2012);
                var isFirst = random.Next(2) == 0;
                AddOne(isFirst ? "published_after" : "published_before", Text(year), book => isFirst ? book.Year >= year : book.Year <= year);
                break;
            case 12:
                var inStock = random.Next(2) == 0;
                AddOne("in_stock", inStock ? "true" : "false", book => book.Stock > 0 == inStock);
                break;
        }
    }

    private void AddOne(string name, string value, Func<ModelBook, bool> filter) => AddMany(name, [value], filter);

    // A name that is there already would count as it came last, or join the others: not what this model computes.
    private void AddMany(string name, string[] values, Func<ModelBook, bool> filter)
    {
        if (_parameters.Exists(parameter => parameter.Name == name))
            return;
        _parameters.AddRange(values.Select(value => (name, value)));
        _filters.Add(filter);
    }

    private void AddSort(Random random)
    {
        var descending = random.Next(2) == 0;
        var by = random.GetItems(["created_at", "title", "author", "price", "published_year"], 1)[0];
        _parameters.Add(("sort_by", by));
        _parameters.Add(("sort_order", descending ? "desc" : "asc"));
        _sort = by switch
        {
            "created_at" => books => Order(books, book => book.CreatedAt, descending),
            "title" => books => Order(books, book => book.Title.Folded, descending, StringComparer.Ordinal),
            "author" => books => Order(books, book => book.Author.Folded, descending, StringComparer.Ordinal),
            "price" => books => Order(books, book => book.Price, descending),
            _ => books => Order(books.Where(book => book.Year is not null), book => book.Year, descending).Concat(Order(books.Where(book => book.Year is null), _ => 0, descending)),
        };
    }

    private static IEnumerable<ModelBook> Order<TKey>(IEnumerable<ModelBook> books, Func<ModelBook, TKey> key, bool descending, IComparer<TKey>? comparer = null) =>
        descending ? books.OrderByDescending(key, comparer).ThenByDescending(book => book.Id) : books.OrderBy(key, comparer).ThenBy(book => book.Id);

    private static string? Part(Random random, int shortest)
    {
        var text = ModelBook.Phrase(random, 3).Folded;
        var start = random.Next(text.Length);
        var part = text.Substring(start, random.Next(text.Length - start + 1)).Trim();
        return part.Length >= shortest ? part : null;
    }

    private static string Shout(Random random, string text) => random.Next(2) == 0 ? text : text.ToUpperInvariant();

    private static bool Contains(Word text, string part) => text.Folded.Contains(part, StringComparison.Ordinal);

    private static bool SameText(string? text, string other) => string.Equals(text, other, StringComparison.OrdinalIgnoreCase);

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}

using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Cli;

/// <summary>The ten thousand real books that may lie beside the repository.</summary>
public sealed class RealCatalogueTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public void The_real_file_gives_its_books_and_every_rejection_by_reason()
    {
        var file = FindFile();
        var run = CommandRun.Of(_folder, "import", file, "--set", "price=9.99", "--report", "rejected.csv").ShouldExit(1);
        Assert.Equal(["9263"], Query("SELECT COUNT(*) FROM books"));
        Assert.Equal(["55"], Query("SELECT COUNT(*) FROM books WHERE published_year IS NULL"));
        Assert.Equal(738, Lines("rejected.csv"));
        Assert.All(["565  isbn: required", "135  isbn: scientific_notation", "23  isbn: wrong_check_digit", "14  author_name: too_long", "37  year out of range, dropped"],
            line => Assert.Contains(line, run.Output, StringComparison.Ordinal));

        var before = Query("SELECT * FROM books");
        CommandRun.Of(_folder, "import", file, "--set", "price=9.99").ShouldExit(1);
        CommandRun.Of(_folder, "import", file, "--set", "price=9.99", "--on-duplicate", "update").ShouldExit(1);
        Assert.Equal(before, Query("SELECT * FROM books"));
    }

    [SkippableFact]
    public void The_real_catalogue_survives_export_and_import()
    {
        CommandRun.Of(_folder, "import", FindFile(), "--set", "price=9.99").ShouldExit(1);
        CommandRun.Of(_folder, "export", "first.csv").ShouldExit(0);
        CommandRun.Of(_folder, "import", "first.csv", "--database", "second.db").ShouldExit(0);
        CommandRun.Of(_folder, "export", "second.csv", "--database", "second.db").ShouldExit(0);
        Assert.Equal(File.ReadAllBytes(_folder.File("first.csv")), File.ReadAllBytes(_folder.File("second.csv")));
    }

    [SkippableFact]
    public async Task A_walk_by_cursor_over_the_real_catalogue_is_the_sorted_list_in_both_directions()
    {
        CommandRun.Of(_folder, "import", FindFile(), "--set", "price=9.99").ShouldExit(1);
        await using var server = await RunningServer.Start(_folder.File("litebooks.db"));
        using var api = new Api(server.Address);
        foreach (var list in new[] { "sort_order=desc", "sort_by=title&sort_order=asc", "sort_by=author", "sort_by=price&sort_order=asc", "sort_by=published_year", "sort_by=published_year&sort_order=asc", "search=the&sort_by=relevance" })
        {
            var (expected, _) = await Walk(api, $"{Api.Books}?{list}&per_page=100", "next");
            Assert.NotEmpty(expected);
            Assert.Equal(expected.Count, expected.Distinct().Count());

            var (there, last) = await Walk(api, $"{Api.Books}/cursor?{list}&limit=97", "next");
            var (back, _) = await Walk(api, last, "prev");

            Assert.Equal(expected, there);
            Assert.Equal(expected, back);
        }
    }

    private static async Task<(List<long> Seen, string Last)> Walk(Api api, string from, string relation)
    {
        var (seen, last) = (new List<long>(), from);
        for (string? next = from; next is not null;)
        {
            last = next;
            var answer = (await api.Get(next)).ShouldBe(200);
            seen.InsertRange(relation == "next" ? seen.Count : 0, answer.Json.Ids());
            next = answer.Links.GetValueOrDefault(relation);
        }
        return (seen, last);
    }

    private static string FindFile()
    {
        var file = Path.GetFullPath(Checkout.File("../shared/data/books.csv"));
        Skip.IfNot(File.Exists(file), "The real catalogue (../shared/data/books.csv) is not on this machine.");
        return file;
    }

    // Reasons may hold line breaks only inside quotes, and these rows have none.
    private int Lines(string name) => File.ReadLines(_folder.File(name)).Count();

    private IReadOnlyList<string> Query(string sql)
    {
        using var connection = TestDatabase.Connect(_folder.File("litebooks.db"));
        return connection.Rows(sql);
    }
}

using System.Text;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Cli;

public sealed class ImportTests : IDisposable
{
    private const string Emma = "9780141439587";
    private const string Odyssey = "0140268863";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("title,author,isbn,price,year,category,tags", "Emma,Jane Austen,9780141439587,7.50,1815,Classic,\"a,B\"")]
    [InlineData("Title,Authors,ISBN13,Price,Original Publication Year,Genre,Tags", "Emma,Jane Austen,978-0-14-143958-7,7.5,1815.0,Classic,a;B")]
    [InlineData("tags;isbn10;title;author_name;published_year;price;genre", "a|B;0141439580;Emma;Jane Austen;1815;7.50;Classic")]
    [InlineData("price\tpublication_date\tisbn\ttitle\tauthor\tgenre\ttags", "7.50\t12/23/1815\t9780141439587\tEmma\tJane Austen\tClassic\t\"[\"\"a\"\",\"\"b\"\"]\"")]
    public void The_usual_columns_and_separators_are_recognised(string header, string row)
    {
        Import($"{header}\n{row}\n").ShouldExit(0);
        Assert.Equal(["Emma|Jane Austen|Classic|1815|750|[\"a\",\"b\"]"], Rows("title, name, genre, published_year, price_cents, tags"));
    }

    [Fact]
    public void Columns_are_mapped_and_missing_values_set()
    {
        Import("name,who,number,cost\nEmma,Jane Austen,9780141439587,\nOdyssey,Homer,0140268863,12\n",
            "--map", "title=name", "--map", "author=who", "--map", "isbn=number", "--map", "price=cost", "--set", "price=9.99", "--set", "genre=classic").ShouldExit(0);
        Assert.Equal(["Emma|999|classic", "Odyssey|1200|classic"], Rows("title, price_cents, genre"));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16be", true)]
    [InlineData("latin1", false)]
    public void Every_encoding_is_read(string encoding, bool withMark)
    {
        var writer = encoding switch
        {
            "utf-8" => new UTF8Encoding(withMark),
            "utf-16" => new UnicodeEncoding(bigEndian: false, withMark),
            "utf-16be" => new UnicodeEncoding(bigEndian: true, withMark),
            _ => Encoding.Latin1,
        };
        File.WriteAllText(_folder.File("in.csv"), $"title,author,isbn,price\nÉmma Ørsted,Jané,{Emma},1\n", writer);
        // A byte order mark says it all; without one the encoding has to be named.
        Run(withMark ? [] : ["--encoding", encoding]).ShouldExit(0);
        Assert.Equal(["Émma Ørsted|Jané"], Rows("title, name"));
    }

    [Fact]
    public void Repairs_that_prove_themselves_are_made_and_counted()
    {
        var run = Import("title,author,isbn,price,year\nA,X,140268863,1,1996.0\nB,X,9780141439587.0,1,2001\n").ShouldExit(0);
        Assert.Equal([$"{Odyssey}|1996", $"{Emma}|2001"], Rows("isbn, published_year"));
        Assert.Contains("2  ISBN completed", run.Output, StringComparison.Ordinal);
        Assert.Contains("1  year written as a decimal", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("999")]
    [InlineData("-720.0")]
    [InlineData("soon")]
    public void A_year_that_cannot_be_is_dropped_and_the_book_kept(string year)
    {
        var run = Import($"title,author,isbn,price,year\nA,X,{Emma},1,{year}\n").ShouldExit(0);
        Assert.Equal(["A|NULL"], Rows("title, published_year"));
        Assert.Contains("dropped", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A,X,9.78014E+12,1", "isbn: scientific_notation")]
    [InlineData("A,X,,1", "isbn: required")]
    [InlineData("A,X,9780141439588,1", "isbn: wrong_check_digit")]
    [InlineData("A,X,140268864,1", "isbn: wrong_check_digit")]
    [InlineData("A,X,12345,1", "isbn: invalid_isbn")]
    [InlineData("A,X,9780141439587,0", "price: out_of_range")]
    [InlineData("A,X,9780141439587,1.999", "price: too_many_decimals")]
    [InlineData("A,X,9780141439587,cheap", "price: wrong_type")]
    [InlineData(",X,9780141439587,1", "title: required")]
    [InlineData("A,X,0140268863,1000.01", "isbn: premium_isbn_required")]
    [InlineData("A,X,9780141439587,1,extra", "row: column_count")]
    [InlineData("A,X,9780141439587", "row: column_count")]
    [InlineData("A,\"X\"Y,9780141439587,1", "row: misplaced_quote")]
    public void A_row_that_breaks_a_rule_is_reported_with_line_and_reason_and_the_others_are_kept(string row, string code)
    {
        Import($"title,author,isbn,price\nGood,\"Two\nlines\",9780306406157,1\n{row}\n", "--report", "rejected.csv").ShouldExit(1);
        Assert.Equal(["Good"], Rows("title"));
        var report = File.ReadAllText(_folder.File("rejected.csv")).Split("\r\n");
        Assert.Equal("line,code,reason,row", report[0]);
        Assert.StartsWith($"4,{code},", report[1], StringComparison.Ordinal);
        Assert.Contains(row.Replace("\"", "\"\"", StringComparison.Ordinal), report[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_in_another_encoding_is_rejected_rather_than_stored_with_question_marks()
    {
        File.WriteAllBytes(_folder.File("in.csv"), Encoding.Latin1.GetBytes($"title,author,isbn,price\nÉmma,Jane,{Emma},1\n"));
        Run().ShouldExit(1);
        Assert.Empty(Rows("title"));
    }

    [Fact]
    public void A_quote_that_is_never_closed_stops_the_import_and_keeps_what_came_before()
    {
        var run = Import($"title,author,isbn,price\nEmma,Jane,{Emma},1\n\"open,{new string('x', 1_500_000)}");
        run.ShouldExit(2);
        Assert.Contains("line 3", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Duplicates_are_skipped_by_default_also_within_the_file()
    {
        var run = Import($"title,author,isbn,price\nEmma,Jane,{Emma},1\nEmma again,Jane,0-14-143958-0,2\n").ShouldExit(0);
        Assert.Equal(["Emma|100"], Rows("title, price_cents"));
        Assert.Contains("1 added", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 already held", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_update_changes_what_the_row_says_and_keeps_the_rest()
    {
        Import($"title,author,isbn,price,description,year\nEmma,Jane,{Emma},1,Long,1815\nOdyssey,Homer,{Odyssey},2,,\n").ShouldExit(0);
        var run = Import($"isbn,title,author,price,description\n{Emma},Emma!,Jane,3,\n{Odyssey},Odyssey,Homer,2,\n", "--on-duplicate", "update").ShouldExit(0);
        Assert.Equal(["Emma!|300|Long|1815|2", "Odyssey|200|NULL|NULL|1"], Rows("title, price_cents, description, published_year, books.version"));
        Assert.Contains("1 updated, 1 unchanged", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_for_what_is_missing_does_not_overwrite_what_is_held()
    {
        Import($"title,author,isbn,price\nEmma,Jane,{Emma},1\n").ShouldExit(0);
        Import($"title,author,isbn\nEmma,Jane,{Emma}\n", "--set", "price=99", "--on-duplicate", "update").ShouldExit(0);
        Assert.Equal(["100"], Rows("price_cents"));
    }

    [Fact]
    public void A_duplicate_that_may_not_be_stops_the_import_and_undoes_its_batch()
    {
        Import($"title,author,isbn,price\nEmma,Jane,{Emma},1\n").ShouldExit(0);
        var run = Import($"title,author,isbn,price\nOdyssey,Homer,{Odyssey},2\nEmma,Jane,{Emma},1\n", "--on-duplicate", "fail");
        run.ShouldExit(2);
        Assert.Contains("line 3", run.Output, StringComparison.Ordinal);
        Assert.Equal(["Emma"], Rows("title"));
    }

    [Fact]
    public void A_duplicate_within_the_file_is_told_by_the_line_of_the_first()
    {
        var run = Import($"title,author,isbn,price\nOdyssey,Homer,{Odyssey},2\nEmma,Jane,{Emma},1\nEmma,Austen,{Emma},1\n", "--on-duplicate", "fail");

        Assert.Contains("Stopped at line 4: Line 3 has this ISBN already. Nothing from line 2 on is stored.", run.ShouldExit(2).Output, StringComparison.Ordinal);
        Assert.Empty(Rows("title"));
    }

    [Fact]
    public void A_dry_run_says_what_would_be_and_makes_nothing()
    {
        var run = Import($"title,author,isbn,price\nEmma,Jane,{Emma},1\n", "--dry-run").ShouldExit(0);
        Assert.Contains("1 added", run.Output, StringComparison.Ordinal);
        Assert.Equal(["in.csv"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_dry_run_on_a_held_catalogue_knows_its_books_and_leaves_them()
    {
        Import($"title,author,isbn,price\nEmma,Jane,{Emma},1\n").ShouldExit(0);
        var run = Import($"title,author,isbn,price\nEmma,Jane,{Emma},5\n", "--dry-run", "--on-duplicate", "update").ShouldExit(0);
        Assert.Contains("1 updated", run.Output, StringComparison.Ordinal);
        Assert.Equal(["100"], Rows("price_cents"));
    }

    [Theory]
    [InlineData("No column holds the price", "title,author,isbn\n")]
    [InlineData("There is no column nope", "title,author,isbn,price\n", "--map", "title=nope")]
    [InlineData("There is no field nope", "title,author,isbn,price\n", "--set", "nope=1")]
    [InlineData("--encoding", "title,author,isbn,price\n", "--encoding", "ebcdic")]
    [InlineData("--delimiter", "title,author,isbn,price\n", "--delimiter", "::")]
    [InlineData("--map", "title,author,isbn,price\n", "--map", "title")]
    public void What_cannot_be_understood_is_refused_before_anything_is_stored(string because, string csv, params string[] options) =>
        Import(csv, options).ShouldBeRefused(because);

    [Fact]
    public void A_missing_file_is_refused() => Run().ShouldBeRefused("There is no file");

    [Fact]
    public async Task A_running_server_shows_imported_books_at_once()
    {
        await using var server = await RunningServer.Start(_folder.File("litebooks.db"), ("Catalog:Sample", "false"));
        using var api = new Api(server.Address);
        Assert.Equal(0, (await api.Get("/api/v1/books")).Json.GetProperty("total").GetInt32());
        Import($"title,author,isbn,price\nEmma,Jane,{Emma},1\n").ShouldExit(0);
        Assert.Equal("Emma", (await api.Get("/api/v1/books?search=emma")).Json.GetProperty("items")[0].GetProperty("title").GetString());
    }

    private CommandRun Import(string csv, params string[] options)
    {
        File.WriteAllText(_folder.File("in.csv"), csv);
        return Run(options);
    }

    private CommandRun Run(params string[] options) => CommandRun.Of(_folder, ["import", "in.csv", .. options]);

    private IReadOnlyList<string> Rows(string columns)
    {
        using var connection = TestDatabase.Connect(_folder.File("litebooks.db"));
        return connection.Rows($"SELECT {columns} FROM books JOIN authors ON authors.id = books.author_id ORDER BY books.id");
    }
}

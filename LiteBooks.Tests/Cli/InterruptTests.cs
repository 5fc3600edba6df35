using System.Globalization;
using System.Text;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Cli;

public sealed class InterruptTests : IDisposable
{
    private const int Rows = 100_000;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_interrupted_import_says_where_it_stopped_and_goes_on_from_there(bool terminated)
    {
        Skip.If(OperatingSystem.IsWindows(), "There is no interrupt signal to send on Windows.");
        File.WriteAllText(_folder.File("in.csv"), Csv());
        using var process = CommandRun.Start(_folder, "import", "in.csv");
        // The first tenth is behind it, nine are to come.
        Assert.Equal("in.csv: 10 %", await process.StandardError.ReadLineAsync());
        if (terminated)
            Signal.Terminate(process);
        else
            Signal.Interrupt(process);
        var run = CommandRun.End(process).ShouldExit(2);

        var stored = Count();
        Assert.InRange(stored, 1, Rows - 1);
        Assert.Contains($"Interrupted behind line {stored + 1}:", run.Output, StringComparison.Ordinal);

        Assert.Contains($"{Rows - stored} added", CommandRun.Of(_folder, "import", "in.csv").ShouldExit(0).Output, StringComparison.Ordinal);
        Assert.Equal(Rows, Count());
    }

    private static string Csv()
    {
        var csv = new StringBuilder("title,author,isbn,price\n");
        for (var i = 0; i < Rows; i++)
            csv.Append(CultureInfo.InvariantCulture, $"Book {i},Author {i % 100},{TestIsbn.Next()},1\n");
        return csv.ToString();
    }

    private long Count()
    {
        using var connection = TestDatabase.Connect(_folder.File("litebooks.db"));
        return (long)connection.Scalar("SELECT COUNT(*) FROM books")!;
    }
}

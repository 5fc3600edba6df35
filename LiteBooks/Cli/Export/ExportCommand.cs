using System.CommandLine;
using LiteBooks.Books;
using LiteBooks.Data;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiteBooks.Cli.Export;

/// <summary><c>litebooks export [FILE.csv]</c>: all books in the columns that the import reads, in the order of their ids.</summary>
internal static class ExportCommand
{
    public static Command Build(CommandContext context)
    {
        var file = new Argument<FileInfo?>("FILE") { Description = "The CSV file to write (default: standard output).", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("export", "Write all books to a CSV file that the import reads back.") { file };
        command.SetAction(parsed => Run(Settings.Read(context.Configuration(parsed)), parsed.GetValue(file)));
        return command;
    }

    private static int Run(Settings settings, FileInfo? file)
    {
        if (!File.Exists(settings.DatabasePath))
            throw new CannotStartException($"There is no database {Path.GetFullPath(settings.DatabasePath)}.");
        if (file is not null)
            DatabaseFiles.Spare(file.FullName, settings.DatabasePath);
        using var database = Database.Open(settings, NullLoggerFactory.Instance);
        var books = new BookRepository(database, new BookTable(new AuditTrail(TimeProvider.System), TimeProvider.System));
        if (file is null)
            BookCsv.Write(books, Console.OpenStandardOutput());
        else
            WriteWhole(file, stream => BookCsv.Write(books, stream));
        return 0;
    }

    // Under another name until it is complete: an export that was cut off is never taken for a whole one.
    private static void WriteWhole(FileInfo file, Func<Stream, long> write)
    {
        var partial = file.FullName + ".partial";
        try
        {
            long count;
            using (var stream = File.Create(partial))
                count = write(stream);
            File.Move(partial, file.FullName, overwrite: true);
            Console.WriteLine($"{count} books written to {file.FullName}.");
        }
        finally
        {
            File.Delete(partial);
        }
    }
}

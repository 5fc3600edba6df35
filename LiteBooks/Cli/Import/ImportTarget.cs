using LiteBooks.Books;
using LiteBooks.Data;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiteBooks.Cli.Import;

/// <summary>The database that an import writes to: the real one, or for a dry run a copy that is thrown away, so that both go the same way.</summary>
internal sealed class ImportTarget : IDisposable
{
    private readonly Database _database;
    private readonly string? _temporaryFolder;

    private ImportTarget(Settings settings, string? temporaryFolder)
    {
        _temporaryFolder = temporaryFolder;
        _database = Database.Open(settings, NullLoggerFactory.Instance);
        Books = new BookRepository(_database, new AuditTrail(TimeProvider.System), TimeProvider.System);
    }

    public BookRepository Books { get; }

    public static ImportTarget Real(Settings settings) => new(settings.ToWrite(), null);

    public static ImportTarget Copy(Settings settings)
    {
        var folder = Directory.CreateTempSubdirectory("litebooks-dry-run-").FullName;
        var copy = settings with { DatabasePath = Path.Combine(folder, "copy.db"), ReadOnly = false };
        if (File.Exists(settings.DatabasePath))
            new Connections(settings).CopyTo(copy.DatabasePath);
        return new ImportTarget(copy, folder);
    }

    public void Dispose()
    {
        _database.Dispose();
        if (_temporaryFolder is not null)
            Directory.Delete(_temporaryFolder, recursive: true);
    }
}

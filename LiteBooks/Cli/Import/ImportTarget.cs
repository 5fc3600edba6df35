using LiteBooks.Books;
using LiteBooks.Data;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiteBooks.Cli.Import;

/// <summary>The database that an import writes to: the real one, or for a dry run a copy that is thrown away, so that both go the same way.</summary>
internal sealed class ImportTarget : IDisposable
{
    private readonly OnDuplicate _onDuplicate;
    private readonly string? _temporaryFolder;
    private readonly BookTable _table;
    private readonly BookLoad _books;

    // One of the two.
    private readonly Database? _database;
    private readonly CatalogueLoad? _load;

    private ImportTarget(Settings settings, OnDuplicate onDuplicate, string? temporaryFolder)
    {
        (_onDuplicate, _temporaryFolder) = (onDuplicate, temporaryFolder);
        var audit = new AuditTrail(TimeProvider.System);
        _table = new BookTable(audit, TimeProvider.System);
        _books = new BookLoad(_table, audit, TimeProvider.System);
        _database = Database.Open(settings, NullLoggerFactory.Instance);
        // A batch that meets a duplicate which it may not meet is undone, and of a load only the whole can be.
        if (onDuplicate == OnDuplicate.Fail || _database.ReadOnce(CatalogueLoad.HasBooks))
            return;
        _database.Dispose();
        _load = CatalogueLoad.TryBegin(settings);
        _database = _load is null ? Database.Open(settings, NullLoggerFactory.Instance) : null;
    }

    public static ImportTarget Real(Settings settings, OnDuplicate onDuplicate) => new(settings.ToWrite(), onDuplicate, null);

    public static ImportTarget Copy(Settings settings, OnDuplicate onDuplicate)
    {
        var folder = Directory.CreateTempSubdirectory("litebooks-dry-run-").FullName;
        var copy = settings with { DatabasePath = Path.Combine(folder, "copy.db"), ReadOnly = false };
        if (File.Exists(settings.DatabasePath))
            new Connections(settings).CopyTo(copy.DatabasePath);
        return new ImportTarget(copy, onDuplicate, folder);
    }

    /// <summary>Stores a batch, all or nothing: for good, or, into a catalogue without books, until <see cref="Finish"/>.</summary>
    public Outcome<IReadOnlyList<Stored>> Store(IReadOnlyList<ImportItem> batch) => _load is null
        ? _database!.Write(connection => _table.Import(connection, batch, _onDuplicate, Actor.CommandLine)).GetAwaiter().GetResult()
        : _books.Import(_load.Connection, batch, _onDuplicate, Actor.CommandLine);

    /// <summary>Stores for good what is not yet.</summary>
    public void Finish() => _load?.Finish();

    public void Dispose()
    {
        _load?.Dispose();
        _database?.Dispose();
        if (_temporaryFolder is not null)
            Directory.Delete(_temporaryFolder, recursive: true);
    }
}

using LiteBooks.Books;
using LiteBooks.Data;
using Microsoft.Data.Sqlite;
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
        try
        {
            if (File.Exists(settings.DatabasePath))
                new Connections(settings).CopyTo(copy.DatabasePath);
            return new ImportTarget(copy, onDuplicate, folder);
        }
        catch (Exception e)
        {
            Directory.Delete(folder, recursive: true);
            if (e is SqliteException fault)
                throw new CannotStartException($"The database could not be copied to {copy.DatabasePath} for the dry run: {SqliteErrors.Reason(fault)}.", fault);
            throw;
        }
    }

    /// <summary>Whether a batch that was stored stays, whatever becomes of those behind it.</summary>
    public bool KeepsBatches => _load is null;

    /// <summary>What can be made of a batch before it is its turn, on any thread; null if that is nothing.</summary>
    public LoadedRows? Prepare(IReadOnlyList<ImportItem> batch) => KeepsBatches ? null : LoadedRows.Of([.. batch.Select(item => item.Book)]);

    /// <summary>Stores a batch, all or nothing: for good, or, into a catalogue without books, until <see cref="Finish"/>.</summary>
    /// <param name="prepared">What <see cref="Prepare"/> has made of it.</param>
    public Outcome<IReadOnlyList<Stored>> Store(IReadOnlyList<ImportItem> batch, LoadedRows? prepared) => _load is null
        ? _database!.Write(connection => _table.Import(connection, batch, _onDuplicate, Actor.CommandLine)).GetAwaiter().GetResult()
        : Loaded(() => _books.Import(_load, batch, prepared!, _onDuplicate, Actor.CommandLine));

    /// <summary>Stores for good what is not yet.</summary>
    public void Finish()
    {
        if (_load is null)
            return;
        Loaded(() =>
        {
            _load.Finish();
            return true;
        });
    }

    public void Dispose()
    {
        _load?.Dispose();
        _database?.Dispose();
        if (_temporaryFolder is not null)
            Directory.Delete(_temporaryFolder, recursive: true);
    }

    // What ends a load undoes it as a whole.
    private static T Loaded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e) when (SqliteErrors.AsUnavailable(e) is { } unavailable)
        {
            throw unavailable;
        }
    }
}

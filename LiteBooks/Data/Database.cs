using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>The only two doors to the catalogue: <see cref="Read{T}(Func{SqliteConnection, T})"/> on one of many readers, <see cref="Write{T}"/> on the one writer.</summary>
public sealed class Database : IDisposable
{
    private readonly DatabaseFigures _figures;
    private readonly ReaderPool _readers;
    private readonly RememberedReads _remembered;

    // Null where the database was opened for reading only.
    private readonly Writer? _writer;

    /// <summary>
    /// Opens the database of the settings, made or migrated first where needed. Throws <see cref="CannotStartException"/>
    /// with one clear line if that cannot be.
    /// </summary>
    public static Database Open(Settings settings, ILoggerFactory logs)
    {
        var connections = new Connections(settings);
        var migrator = new Migrator(connections, Migrations.Embedded, logs.CreateLogger<Migrator>());
        if (settings.ReadOnly)
            migrator.RequireMigrated();
        else
        {
            migrator.Migrate();
            TitleIndexing.RemoveLeftovers(connections.Path);
        }
        try
        {
            return new Database(connections, settings.ReadOnly);
        }
        catch (SqliteException e)
        {
            throw new CannotStartException($"The database {connections.Path} cannot be opened for {(settings.ReadOnly ? "reading" : "writing")}: {SqliteErrors.Reason(e)}.", e);
        }
    }

    private Database(Connections connections, bool readOnly)
    {
        _figures = new DatabaseFigures(connections.Path);
        // The first to open the database, because it turns the write-ahead log on.
        var writer = readOnly ? null : connections.OpenWriter();
        var (commits, journal) = (new CommitWatch(connections.OpenWatch()), new CommitJournal());
        _remembered = new RememberedReads(commits, journal);
        _readers = new ReaderPool(connections, _figures);
        _writer = writer is null ? null : new Writer(writer, commits.Counter, journal, _figures);
    }

    /// <summary>
    /// Runs queries on a read connection, all of them on one snapshot of the database, while writes go on.
    /// Throws <see cref="DatabaseUnavailableException"/> when the database cannot be read now.
    /// </summary>
    public T Read<T>(Func<SqliteConnection, T> query) => Told(() => _readers.Use(query));

    /// <summary>The same for a single statement, which is a snapshot by itself: no transaction is begun and ended around it.</summary>
    public T ReadOnce<T>(Func<SqliteConnection, T> query) => Told(() => _readers.UseOnce(query));

    /// <summary>The same for queries that may take long: they are given up in their midst with an <see cref="OperationCanceledException"/>.</summary>
    public T Read<T>(Func<SqliteConnection, T> query, CancellationToken cancel) => Read(connection =>
    {
        using var interruption = new Interruption(connection, cancel);
        return interruption.Run(query);
    });

    /// <summary>
    /// Runs a change in its turn on the writer, and returns once it is on disk. A <see cref="Failure"/> that the change
    /// returns, or an exception that it throws, undoes all of it and nothing else.
    /// Throws <see cref="DatabaseUnavailableException"/> when the database cannot be written now.
    /// </summary>
    public Task<Outcome<T>> Write<T>(Func<SqliteConnection, Outcome<T>> change, CancellationToken cancel = default) =>
        (_writer ?? throw new InvalidOperationException("The database was opened for reading only; writes have to be refused before they get here.")).Run(change, cancel);

    /// <summary>
    /// The same as <see cref="Read{T}(Func{SqliteConnection, T})"/>, remembered until a commit may have changed it, by any process.
    /// </summary>
    /// <param name="asked">All that the answer depends on beside the database.</param>
    /// <param name="query">What reads it.</param>
    public T ReadRemembered<T>(string asked, Func<SqliteConnection, T> query) where T : IRemembered =>
        Told(() => _remembered.Recall(asked, () => _readers.Use(query)));

    private T Told<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException e)
        {
            _figures.CountFailure(e);
            if (SqliteErrors.AsUnavailable(e) is { } unavailable)
                throw unavailable;
            throw;
        }
    }

    public void Dispose()
    {
        // Readers first: the connection that is closed last checkpoints the WAL and removes it.
        _readers.Dispose();
        _remembered.Dispose();
        _writer?.Dispose();
        _figures.Dispose();
    }
}

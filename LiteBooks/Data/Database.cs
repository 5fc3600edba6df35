using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>The only two doors to the catalogue: <see cref="Read{T}(Func{SqliteConnection, T})"/> on one of many readers, <see cref="Write{T}"/> on the one writer.</summary>
public sealed class Database : IDisposable
{
    private readonly DatabaseFigures _figures;
    private readonly ReaderPool _readers;

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
            migrator.Migrate();
        try
        {
            return new Database(connections, settings.ReadOnly);
        }
        catch (SqliteException e)
        {
            throw new CannotStartException($"The database {connections.Path} cannot be opened for {(settings.ReadOnly ? "reading" : "writing")} (SQLite error {e.SqliteErrorCode}).", e);
        }
    }

    private Database(Connections connections, bool readOnly)
    {
        _figures = new DatabaseFigures(connections.Path);
        _writer = readOnly ? null : new Writer(connections.OpenWriter(), _figures);
        _readers = new ReaderPool(connections, _figures);
    }

    /// <summary>
    /// Runs queries on a read connection, all of them on one snapshot of the database, while writes go on.
    /// Throws <see cref="DatabaseUnavailableException"/> when the database cannot be read now.
    /// </summary>
    public T Read<T>(Func<SqliteConnection, T> query)
    {
        try
        {
            return _readers.Use(query);
        }
        catch (SqliteException e)
        {
            _figures.CountFailure(e);
            if (SqliteErrors.AsUnavailable(e) is { } unavailable)
                throw unavailable;
            throw;
        }
    }

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

    public void Dispose()
    {
        // Readers first: the connection that is closed last checkpoints the WAL and removes it.
        _readers.Dispose();
        _writer?.Dispose();
        _figures.Dispose();
    }
}

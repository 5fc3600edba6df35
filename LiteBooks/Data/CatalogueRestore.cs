using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiteBooks.Data;

/// <summary>Puts a backup in the place of the database, which is kept under another name. Until the last moment everything happens to a copy.</summary>
public sealed class CatalogueRestore(Settings settings, TimeProvider clock)
{
    // The file, and what may lie beside it and belongs to it.
    private static readonly string[] Parts = ["", "-wal", "-journal"];

    private readonly string _database = RealPath.Of(settings.DatabasePath);

    /// <summary>Restores. Throws <see cref="CannotStartException"/> with one clear line if that cannot be; the database is as it was then.</summary>
    /// <param name="file">A backup; it is not changed.</param>
    public Restored Run(string file, CancellationToken cancel)
    {
        using var alone = DatabaseLock.Take(settings);
        return WithCopy(file, (copy, holdings) =>
        {
            var aside = TakePlace(copy);
            using var restored = Connections.OpenToLookAt(_database);
            return holdings.DifferenceTo(Holdings.Of(restored)) is { } difference
                ? throw new CannotStartException($"{_database} is not what was restored: {difference}. What was there before is {aside}.")
                : new Restored(holdings, aside);
        }, cancel);
    }

    /// <summary>Does everything to a copy, and throws it away. Works beside a running server.</summary>
    public Restored Rehearse(string file, CancellationToken cancel) => WithCopy(file, (_, holdings) => new Restored(holdings, null), cancel);

    private Restored WithCopy(string file, Func<PartialFile, Holdings, Restored> then, CancellationToken cancel)
    {
        RefuseSource(file);
        try
        {
            using var copy = new PartialFile(_database);
            return then(copy, Fill(copy, file, cancel));
        }
        catch (SqliteException e)
        {
            throw new CannotStartException($"{file} cannot be restored: {SqliteErrors.Reason(e)}. The database is as it was.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"{file} cannot be restored: {e.Message} The database is as it was.", e);
        }
    }

    private void RefuseSource(string file)
    {
        if (!File.Exists(file))
            throw new CannotStartException($"There is no file {Path.GetFullPath(file)}.");
        if (RealPath.AreSame(file, _database))
            throw new CannotStartException($"{file} is the database itself.");
    }

    private static void Require(SqliteConnection source, string file, CancellationToken cancel)
    {
        var applied = AppliedMigrations.Of(source);
        if (applied.None)
            throw new CannotStartException($"{file} is not a backup of a LiteBooks catalogue. Nothing was changed.");
        if (applied.Unknown(Migrations.Embedded) is { } unknown)
            throw new CannotStartException($"{file} was made by a newer LiteBooks (it has the migration {unknown}, which this program does not know). Nothing was changed.");
        if (Soundness.Complaint(source, cancel) is { } complaint)
            throw new CannotStartException($"{file} is damaged: {complaint}. Nothing was changed.");
    }

    // A backup of an older LiteBooks is brought up to this one before it takes its place.
    private Holdings Fill(PartialFile copy, string file, CancellationToken cancel)
    {
        using (var source = Connections.OpenToLookAt(file))
        {
            Require(source, file, cancel);
            DatabaseCopy.Write(source, copy, cancel);
        }
        using var migrated = Migrate(copy);
        if ((SchemaComplaint(migrated) ?? Soundness.Complaint(migrated, cancel)) is { } complaint)
            throw new CannotStartException($"{file} is no sound catalogue: {complaint}. Nothing was changed.");
        EndTokens(migrated);
        return Holdings.Of(migrated);
    }

    private SqliteConnection Migrate(PartialFile file)
    {
        new Migrator(new Connections(settings with { DatabasePath = file.Path }), Migrations.Embedded, NullLogger<Migrator>.Instance).Migrate(isCopy: true);
        return Connections.OpenOwn(file.Path);
    }

    // A token that was ended since the backup was made, by a new password or a deactivation, must not be good again.
    private static void EndTokens(SqliteConnection connection) =>
        connection.Execute("UPDATE users SET token_version = random() & 9223372036854775807");

    // The program relies on all that its migrations make; and a trigger that they do not make would be code of somebody else's.
    private string? SchemaComplaint(SqliteConnection connection)
    {
        using var file = new PartialFile(_database + ".schema");
        using var expected = Migrate(file);
        var (ours, its) = (PartsOf(expected), PartsOf(connection));
        if (ours.Except(its).FirstOrDefault() is { } missing)
            return $"it lacks the {missing}";
        return its.Except(ours).FirstOrDefault(part => part.StartsWith("trigger ", StringComparison.Ordinal)) is { } foreign ? $"it has a {foreign} that is not LiteBooks'" : null;
    }

    private static List<string> PartsOf(SqliteConnection connection) =>
        connection.Query<string>("SELECT type || ' ' || name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type DESC, name").AsList();

    private string? TakePlace(PartialFile copy)
    {
        if (!File.Exists(_database))
        {
            RemoveLogs();
            copy.TakeName(overwrite: false);
            return null;
        }
        var aside = $"{_database}.{clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}-before-restore";
        if (Path.Exists(aside))
            throw new CannotStartException($"{aside} is there already. Try again in a second.");
        if (CanBeRead() && IsOneFile())
            copy.Replace(aside);
        else
            ReplaceDamaged(copy, aside);
        return aside;
    }

    // A database that cannot even be read may be what the restore is for; SQLite would tidy up what is left of it.
    private bool CanBeRead()
    {
        try
        {
            using var database = Connections.OpenToLookAt(_database);
            AppliedMigrations.Of(database);
            return true;
        }
        catch (SqliteException e)
        {
            return SqliteErrors.IsBusy(e);
        }
    }

    // It is also the proof that no other process has the database open: an import would go on writing into the file that was put aside.
    private bool IsOneFile()
    {
        try
        {
            new Connections(settings).Settle();
            return !File.Exists(_database + "-wal") && !File.Exists(_database + "-journal");
        }
        catch (SqliteException e) when (SqliteErrors.IsBusy(e))
        {
            throw new CannotStartException($"The database {_database} is in use by another process. Stop it first.", e);
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    // Its log may hold what somebody wants to save, and must not be applied to the file that comes in its place: it is copied
    // with the file and gone before the new one is there.
    private void ReplaceDamaged(PartialFile copy, string aside)
    {
        KeepCopies(_database, aside);
        try
        {
            RemoveLogs();
            copy.TakeName(overwrite: true);
        }
        catch
        {
            KeepCopies(aside, _database);
            throw;
        }
    }

    private static void KeepCopies(string from, string to)
    {
        foreach (var part in Parts.Where(part => File.Exists(from + part)))
        {
            File.Copy(from + part, to + part, overwrite: true);
            using var copy = new FileStream(to + part, FileMode.Open, FileAccess.ReadWrite);
            copy.Flush(flushToDisk: true);
        }
    }

    private void RemoveLogs()
    {
        foreach (var log in new[] { "-wal", "-shm", "-journal" })
            File.Delete(_database + log);
    }
}

/// <summary>A restore that was done, or rehearsed.</summary>
/// <param name="Holdings">What the catalogue now holds.</param>
/// <param name="Aside">Where the database from before is kept; null if there was none.</param>
public sealed record Restored(Holdings Holdings, string? Aside);

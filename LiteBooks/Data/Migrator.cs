using System.Globalization;
using DbUp;
using DbUp.Engine;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LiteBooks.Data;

/// <summary>
/// Brings a database up to this program's migrations before anything else touches it. A copy of the file is made before
/// an existing database is changed; a migration that fails leaves the database as it was.
/// </summary>
public sealed class Migrator(Connections connections, IReadOnlyList<SqlScript> migrations, ILogger<Migrator> log)
{
    private const int NotADatabase = 26;

    /// <summary>
    /// Applies what is missing. Throws <see cref="CannotStartException"/> with one clear line if that cannot be; a database that is
    /// itself only a copy is then deleted.
    /// </summary>
    public void Migrate(bool isCopy = false)
    {
        PrivateFile.Make(connections.Path);
        var applied = ReadApplied(() => Open());
        if (Pending(applied) is { Count: > 0 } pending)
            Apply(pending, applied.None || isCopy ? null : CopyBefore(pending[0].Name));
    }

    /// <summary>For a database that may not be changed: throws <see cref="CannotStartException"/> unless nothing is missing.</summary>
    public void RequireMigrated()
    {
        if (!File.Exists(connections.Path))
            throw new CannotStartException($"There is no database {connections.Path}, and none is made read-only.");
        if (Pending(ReadApplied(() => connections.OpenReader())) is [var missing, ..])
            throw new CannotStartException($"The database {connections.Path} lacks the migration {missing.Name}. Start once without --read-only to apply it.");
    }

    private IReadOnlyList<SqlScript> Pending(AppliedMigrations applied)
    {
        if (applied.Unknown(migrations) is { } unknown)
            throw new CannotStartException($"The database {connections.Path} was made by a newer LiteBooks (it has the migration {unknown}, which this program does not know). It was not changed.");
        return applied.Missing(migrations);
    }

    private AppliedMigrations ReadApplied(Func<SqliteConnection> open)
    {
        try
        {
            using var connection = open();
            // Who closes last copies the write-ahead log into the file. One that belongs to another database would end this one,
            // while the operator was told that nothing was changed.
            raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);
            var applied = AppliedMigrations.Of(connection);
            if (applied.AreSomebodyElses)
                throw new CannotStartException($"The database {connections.Path} is not a LiteBooks catalogue: it holds other tables. It was not changed.");
            return applied;
        }
        catch (SqliteException e)
        {
            var reason = e.SqliteErrorCode == NotADatabase ? "is not an SQLite database" : $"cannot be opened: {SqliteErrors.Reason(e)}";
            throw new CannotStartException($"The file {connections.Path} {reason}.", e);
        }
    }

    private string CopyBefore(string migration)
    {
        var time = DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var copy = $"{connections.Path}.{time}-before-{Path.GetFileNameWithoutExtension(migration)}.bak";
        try
        {
            PrivateFile.Make(copy);
            using var source = Open();
            using var target = Open(copy);
            source.BackupDatabase(target);
        }
        catch (SqliteException e)
        {
            File.Delete(copy);
            throw new CannotStartException($"The database could not be copied to {copy} before its migration: {SqliteErrors.Reason(e)}. It was not changed.", e);
        }
        log.LogInformation("Copied the database to {Copy} before its migration", copy);
        return copy;
    }

    private void Apply(IReadOnlyList<SqlScript> pending, string? copy)
    {
        var result = DeployChanges.To
            .SqliteDatabase(ConnectionString(connections.Path))
            .WithScripts(pending)
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (result.Successful)
        {
            log.LogInformation("Applied {Migrations} to {Database}", string.Join(", ", pending.Select(migration => migration.Name)), connections.Path);
            return;
        }
        // Each migration is a transaction of its own: those before the failed one have to be taken back as well.
        if (result.Scripts.Any())
            TakeBack(copy);
        throw new CannotStartException($"The migration {result.ErrorScript?.Name} of {connections.Path} failed: {OneLine(result.Error)}. The database is as it was before.", result.Error);
    }

    private void TakeBack(string? copy)
    {
        if (copy is null)
        {
            File.Delete(connections.Path);
            return;
        }
        using var source = Open(copy);
        using var target = Open();
        source.BackupDatabase(target);
    }

    private CatalogueConnection Open(string? path = null)
    {
        // One that is held by another process is waited for as long as it is while serving, and not for ever.
        var connection = new CatalogueConnection(ConnectionString(path ?? connections.Path)) { DefaultTimeout = connections.BusyTimeoutSeconds };
        connection.Open();
        return connection;
    }

    private static string ConnectionString(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();

    private static string OneLine(Exception error) => error.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}

using System.Globalization;
using LiteBooks.Data;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Cli.Check;

/// <summary>The database from within.</summary>
internal static class DatabaseChecks
{
    // Between clocks that are both right.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    public static IEnumerable<Finding> Look(Settings settings, DateTimeOffset now, CancellationToken cancel)
    {
        if (!File.Exists(settings.DatabasePath))
            return [Finding.Failure("database", $"There is no database {Path.GetFullPath(settings.DatabasePath)}. The first start makes it.")];
        try
        {
            using var examination = new Examination(settings);
            return [.. Look(examination, now, cancel)];
        }
        catch (SqliteException e) when (SqliteErrors.IsBusy(e))
        {
            throw new CannotStartException($"The database cannot be checked: {SqliteErrors.Reason(e)}.", e);
        }
        catch (SqliteException e)
        {
            return [Finding.Failure("database", $"{Path.GetFullPath(settings.DatabasePath)} cannot be read: {SqliteErrors.Reason(e)}.")];
        }
    }

    internal static Finding Clock(DateTimeOffset? lastChange, DateTimeOffset program, DateTimeOffset now)
    {
        if (lastChange > now + Tolerance)
            return Finding.Warning("clock", string.Create(CultureInfo.InvariantCulture, $"It is {now:u}, but the database was last changed at {lastChange:u}."));
        return program > now + Tolerance
            ? Finding.Warning("clock", string.Create(CultureInfo.InvariantCulture, $"It is {now:u}, but the program is of {program:u}."))
            : Finding.Ok("clock", string.Create(CultureInfo.InvariantCulture, $"It is {now:u}."));
    }

    private static IEnumerable<Finding> Look(Examination examination, DateTimeOffset now, CancellationToken cancel)
    {
        if (!examination.IsCatalogue())
        {
            yield return Finding.Failure("database", "It is another program's: it holds other tables.");
            yield break;
        }
        yield return Finding.Ok("database", "It can be read.");
        yield return Journal(examination.JournalMode());
        var migrations = Migrations(examination);
        yield return migrations;
        var integrity = examination.Complaint(cancel) is { } complaint ? Finding.Failure("integrity", complaint) : Finding.Ok("integrity", "Pages, indexes and references are whole.");
        yield return integrity;
        // The tables of the rest may not be there yet, or be others, or not be read.
        if (migrations.Status != Finding.IsOk || integrity.Status != Finding.IsOk)
            yield break;
        yield return Search(examination.NotIndexed());
        yield return Clock(examination.LastChange(), File.GetLastWriteTimeUtc(Environment.ProcessPath!), now);
    }

    // No other mode is kept in a file.
    private static Finding Journal(string mode) => Finding.Ok("journal", mode == "wal"
        ? "wal: readers and the writer do not wait for each other."
        : $"{mode}: nobody has served this file yet; the next start makes it wal.");

    private static Finding Migrations(Examination examination) => examination.Migrations() switch
    {
        ({ } unknown, _) => Finding.Failure("migrations", $"A newer LiteBooks has been here: it has {unknown}, which this program does not know."),
        (_, { Count: > 0 } missing) => Finding.Warning("migrations", $"The next start applies {string.Join(", ", missing)}."),
        _ => Finding.Ok("migrations", "All are applied."),
    };

    private static Finding Search(long notIndexed) => notIndexed == 0
        ? Finding.Ok("search", "Every title and name is indexed.")
        : Finding.Failure("search", string.Create(CultureInfo.InvariantCulture, $"{notIndexed} titles or names are not in the search index."));
}

using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>Tells by SQLite's result code (sqlite.org/rescode.html) which errors pass by themselves or by the operator's hand.</summary>
internal static class SqliteErrors
{
    private const int Busy = 5, Locked = 6, NoMemory = 7, ReadOnly = 8, Io = 10, Corrupt = 11, Full = 13, CannotOpen = 14, Protocol = 15, NotADatabase = 26;

    /// <summary>The public form of an error that is the database's state rather than a mistake of ours; else null.</summary>
    public static DatabaseUnavailableException? AsUnavailable(SqliteException e) => e.SqliteErrorCode switch
    {
        // Protocol: too many processes began with the write-ahead log at once.
        Busy or Locked or Protocol => Because("database_busy", "The database is in use by another process. Nothing was changed."),
        ReadOnly => Because("database_read_only", "The database cannot be written. Nothing was changed."),
        Full => Because("database_full", "The disk is full. Nothing was changed."),
        Io or CannotOpen or NoMemory => Because("database_unavailable", "The database cannot be reached. Nothing was changed."),
        Corrupt or NotADatabase => Because("database_damaged", "The database is damaged. Nothing was changed."),
        _ => null,
    } is { } failure ? new DatabaseUnavailableException(failure, e) : null;

    /// <summary>The same for the end of a sentence, for the operator.</summary>
    public static string Reason(SqliteException e) => e.SqliteErrorCode switch
    {
        Busy or Locked => "the database is in use by another process",
        Full => "the disk is full",
        Corrupt => "the database is damaged",
        NotADatabase => "the file is not an SQLite database",
        ReadOnly or CannotOpen => "a file cannot be opened or written",
        _ => $"SQLite error {e.SqliteExtendedErrorCode}",
    };

    /// <summary>Whether another process holds what is needed.</summary>
    public static bool IsBusy(SqliteException e) => e.SqliteErrorCode is Busy or Locked;

    private static Unavailable Because(string code, string detail) => new(code, detail);
}

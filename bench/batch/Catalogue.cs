using Microsoft.Data.Sqlite;

namespace LiteBooks.Batch;

/// <summary>The file, opened as LiteBooks' writer opens it. Commands are compiled once.</summary>
internal sealed class Catalogue : IDisposable
{
    private const string Username = "(anonymous)";

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin, _commit, _record, _recordAuthor, _idOfNew;

    public Catalogue(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
        foreach (var pragma in (string[])["trusted_schema = OFF", "cell_size_check = ON", "temp_store = MEMORY", "journal_mode = WAL", "synchronous = FULL", "wal_autocheckpoint = 4000", "foreign_keys = ON"])
            Prepare($"PRAGMA {pragma}").ExecuteNonQuery();
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _record = Prepare(Record("books"), "@Now", "@Username", "@Action", "@Id", "@Before", "@RequestId");
        _idOfNew = Prepare("SELECT last_insert_rowid()");
        _recordAuthor = Prepare(Record("authors"), "@Now", "@Username", "@Action", "@Id", "@Before", "@RequestId");
    }

    public static long Now => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    public SqliteCommand Prepare(string sql, params ReadOnlySpan<string> parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
            command.Parameters.Add(new SqliteParameter { ParameterName = name, Value = DBNull.Value });
        return command;
    }

    public void Begin() => _begin.ExecuteNonQuery();

    public void Commit() => _commit.ExecuteNonQuery();

    public long IdOfNew() => (long)_idOfNew.ExecuteScalar()!;

    public void RecordBook(string action, long id, string? before = null) => Run(_record, action, id, before);

    public void RecordAuthor(string action, long id) => Run(_recordAuthor, action, id, null);

    public void Dispose() => _connection.Dispose();

    private static void Run(SqliteCommand record, string action, long id, string? before)
    {
        record.Set(Now, Username, action, id, before, Guid.CreateVersion7().ToString("N"));
        record.ExecuteNonQuery();
    }

    private static string Record(string resource) => $"""
        INSERT INTO audit (created_at, user_id, username, action, resource, resource_id, before, after, request_id)
        VALUES (@Now, NULL, @Username, @Action, '{resource}', @Id, @Before,
            (SELECT snapshot FROM {resource}_snapshot WHERE id = @Id), @RequestId)
        """;
}

using LiteBooks.Data;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Tests.Support;

/// <summary>A test of the data room: a migrated file of its own with one more table, <c>notes</c>, and both doors to it.</summary>
public abstract class DatabaseTest : IDisposable
{
    private readonly TempFolder _folder = new();

    protected DatabaseTest()
    {
        File = _folder.File("books.db");
        TestDatabase.CopyTo(File);
        using (var connection = TestDatabase.Connect(File))
            connection.Run("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT");
        Database = TestDatabase.Open(File);
    }

    protected string File { get; }

    protected Database Database { get; }

    /// <summary>What the table holds, as a connection of another process sees it.</summary>
    protected IReadOnlyList<string> Notes
    {
        get
        {
            using var connection = TestDatabase.Connect(File);
            return connection.Rows("SELECT text FROM notes ORDER BY text");
        }
    }

    protected Task<Outcome<int>> Note(string text, CancellationToken cancel = default) => Database.Write(connection => Insert(connection, text), cancel);

    protected static Outcome<int> Insert(SqliteConnection connection, string text) => connection.Run("INSERT INTO notes (text) VALUES (@p0)", text);

    /// <summary>Holds the writer until released, so that the changes after it wait together.</summary>
    protected async Task<Hold> HoldWriter()
    {
        var hold = new Hold();
        hold.Change = Database.Write<int>(_ =>
        {
            hold.Started.SetResult();
            // A test that fails before it lets go must not hold up the whole run.
            hold.Released.Wait(TimeSpan.FromSeconds(10));
            return 0;
        });
        await hold.Started.Task;
        return hold;
    }

    public void Dispose()
    {
        Database.Dispose();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected sealed class Hold
    {
        public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ManualResetEventSlim Released { get; } = new();

        public Task Change { get; set; } = Task.CompletedTask;

        public async Task Release()
        {
            Released.Set();
            await Change;
        }
    }
}

using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Data;

/// <summary>Another process holds the database for longer than the wait.</summary>
[Trait("Category", "InProcess")]
public sealed class LockedDatabaseTests : DatabaseTest
{
    // Much longer than the wait of a second: who is not answered by then waits for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task A_write_fails_as_busy_and_leaves_nothing()
    {
        await Note("before");
        using var other = TestDatabase.Connect(File);
        other.Run("BEGIN IMMEDIATE");

        var exception = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => Note("refused").WaitAsync(Patience));
        other.Run("ROLLBACK");

        Assert.Equal("database_busy", exception.Failure.Code);
        Assert.Equal(["before"], Notes);
        await Note("later");
        Assert.Equal(["before", "later"], Notes);
    }

    [Fact]
    public async Task A_write_waits_for_a_lock_that_passes()
    {
        using var other = TestDatabase.Connect(File);
        other.Run("BEGIN IMMEDIATE");
        var waiting = Note("patient");
        Assert.False(waiting.IsCompleted);
        other.Run("COMMIT");

        Assert.Equal(1, (await waiting.WaitAsync(Patience)).Value);
        Assert.Equal(["patient"], Notes);
    }

    [Fact]
    public void Reads_go_on_meanwhile()
    {
        using var other = TestDatabase.Connect(File);
        other.Run("BEGIN IMMEDIATE");
        other.Run("INSERT INTO notes (text) VALUES ('not yet')");

        Assert.Equal(0L, Database.Read(connection => connection.Scalar("SELECT COUNT(*) FROM notes")));
    }
}

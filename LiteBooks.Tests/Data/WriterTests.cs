using LiteBooks.Tests.Support;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Tests.Data;

/// <summary>The one writer: changes that wait together, each with its own fate.</summary>
[Trait("Category", "InProcess")]
public sealed class WriterTests : DatabaseTest
{
    [Fact]
    public async Task Parallel_writers_lose_nothing()
    {
        await Note("0");

        await Parallel.ForAsync(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (_, cancel) =>
            await Database.Write<int>(connection => connection.Run("UPDATE notes SET text = text + 1"), cancel));

        Assert.Equal(["1000"], Notes);
    }

    [Fact]
    public async Task A_write_is_in_the_file_when_it_is_answered()
    {
        for (var i = 0; i < 50; i++)
        {
            await Note($"note {i:00}");
            Assert.Equal(i + 1, Notes.Count);
        }
    }

    [Fact]
    public async Task A_change_that_throws_fails_alone()
    {
        var hold = await HoldWriter();
        var before = Note("before");
        var failing = Database.Write<int>(connection =>
        {
            Insert(connection, "half");
            throw new InvalidOperationException("on purpose");
        });
        var after = Note("z after");
        await hold.Release();

        Assert.Equal(1, (await before).Value);
        Assert.Equal("on purpose", (await Assert.ThrowsAsync<InvalidOperationException>(() => failing)).Message);
        Assert.Equal(1, (await after).Value);
        Assert.Equal(["before", "z after"], Notes);
    }

    [Fact]
    public async Task A_change_that_returns_a_failure_fails_alone()
    {
        var hold = await HoldWriter();
        var before = Note("before");
        var failing = Database.Write<int>(connection =>
        {
            Insert(connection, "half");
            return new NotFound("note", 7);
        });
        var after = Note("z after");
        await hold.Release();

        Assert.Null((await before).Failure);
        Assert.IsType<NotFound>((await failing).Failure);
        Assert.Null((await after).Failure);
        Assert.Equal(["before", "z after"], Notes);
    }

    [Fact]
    public async Task A_change_that_breaks_a_constraint_fails_alone_and_as_what_it_is()
    {
        var hold = await HoldWriter();
        var first = Note("same");
        var second = Note("same");
        var third = Note("third");
        await hold.Release();

        await first;
        Assert.Equal(19, (await Assert.ThrowsAsync<SqliteException>(() => second)).SqliteErrorCode);
        await third;
        Assert.Equal(["same", "third"], Notes);
    }

    [Fact]
    public async Task A_change_sees_what_the_changes_before_it_did()
    {
        var hold = await HoldWriter();
        var first = Note("first");
        var second = Database.Write<long>(connection => (long)connection.Scalar("SELECT COUNT(*) FROM notes")!);
        await hold.Release();

        await first;
        Assert.Equal(1, (await second).Value);
    }

    [Fact]
    public async Task A_change_that_ends_the_transaction_takes_its_batch_with_it_and_nothing_else()
    {
        await Note("kept");
        var hold = await HoldWriter();
        var neighbour = Note("neighbour");
        var breaking = Database.Write<int>(connection =>
        {
            connection.Run("ROLLBACK");
            throw new InvalidOperationException("on purpose");
        });
        var later = Note("later");
        hold.Released.Set();

        // Whoever was told of a success has it in the file; whoever was not has left nothing.
        var kept = new List<string> { "kept" };
        foreach (var (change, text) in new[] { (neighbour, "neighbour"), (later, "later") })
        {
            if (await Record.ExceptionAsync(() => change) is null)
                kept.Add(text);
        }
        await Assert.ThrowsAsync<InvalidOperationException>(() => breaking);
        await Record.ExceptionAsync(() => hold.Change);
        Assert.Equal(kept.Order(), Notes);
        await Note("writer still works");
        Assert.Contains("writer still works", Notes);
    }

    [Fact]
    public async Task Changes_that_fail_together_have_an_exception_each()
    {
        var hold = await HoldWriter();
        var before = Note("before");
        var breaking = Database.Write<int>(connection =>
        {
            connection.Run("ROLLBACK");
            throw new SqliteException("full", 13);
        });
        var after = Note("after");
        await hold.Release();

        var failures = new List<DatabaseUnavailableException>();
        foreach (var change in new[] { before, breaking, after })
            failures.Add(await Assert.ThrowsAsync<DatabaseUnavailableException>(() => change));
        Assert.All(failures, failure => Assert.Equal("database_full", failure.Failure.Code));
        Assert.Distinct(failures);
    }

    [Fact]
    public async Task A_change_that_is_cancelled_before_its_turn_writes_nothing()
    {
        using var cancel = new CancellationTokenSource();
        var hold = await HoldWriter();
        var cancelled = Note("cancelled", cancel.Token);
        var other = Note("other");
        await cancel.CancelAsync();
        await hold.Release();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        await other;
        Assert.Equal(["other"], Notes);
    }

    [Fact]
    public async Task A_change_that_is_cancelled_after_it_was_stored_is_answered_as_stored()
    {
        using var cancel = new CancellationTokenSource();

        var outcome = await Database.Write(connection =>
        {
            cancel.Cancel();
            return Insert(connection, "stored");
        }, cancel.Token);

        Assert.Equal(1, outcome.Value);
        Assert.Equal(["stored"], Notes);
    }

    [Fact]
    public async Task A_full_database_is_unavailable_and_what_did_not_fit_leaves_nothing()
    {
        await Note("before");
        var size = await Database.Write<long>(connection => (long)connection.Scalar("PRAGMA page_count")!);
        await Database.Write<int>(connection => connection.Run($"PRAGMA max_page_count = {size.Value + 2}"));

        var exception = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => Note(new string('x', 200_000)));

        Assert.Equal("database_full", exception.Failure.Code);
        Assert.Equal(["before"], Notes);
        await Database.Write<int>(connection => connection.Run("PRAGMA max_page_count = 100000"));
        await Note("room again");
        Assert.Equal(["before", "room again"], Notes);
    }

    [Fact]
    public async Task What_waits_is_written_before_the_database_closes_and_nothing_after()
    {
        var hold = await HoldWriter();
        var waiting = Note("waiting");
        hold.Released.Set();
        Database.Dispose();

        Assert.Equal(1, (await waiting).Value);
        Assert.Equal(["waiting"], Notes);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Note("too late"));
    }

    [Fact]
    public async Task A_closed_database_is_one_file()
    {
        await Note("stored");
        Database.Read(connection => connection.Scalar("SELECT 1"));
        Assert.True(System.IO.File.Exists(File + "-wal"));

        Database.Dispose();

        Assert.Equal([File], Directory.GetFiles(Path.GetDirectoryName(File)!));
        Assert.Equal(["stored"], Notes);
    }

    [Fact]
    public async Task The_log_is_brought_into_the_file_before_it_becomes_large()
    {
        for (var i = 0; i < 40; i++)
            await Note(new string((char)('a' + i % 26), 1_000_000) + i);

        // Sixteen megabytes, and what was committed after them.
        Assert.InRange(new FileInfo(File + "-wal").Length, 1, 20_000_000);
        Assert.InRange(new FileInfo(File).Length, 16_000_000, long.MaxValue);
    }
}

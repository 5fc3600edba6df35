using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Data;

[Trait("Category", "InProcess")]
public sealed class ReaderTests : DatabaseTest
{
    [Fact]
    public async Task Readers_go_on_while_a_write_is_under_way()
    {
        await Note("before");
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var release = new ManualResetEventSlim();
        var writing = Database.Write<int>(connection =>
        {
            Insert(connection, "during");
            written.SetResult();
            release.Wait(TimeSpan.FromSeconds(10));
            return 0;
        });
        await written.Task;

        var counts = Enumerable.Range(0, 20).Select(_ => Count()).ToList();
        release.Set();
        await writing;

        Assert.All(counts, count => Assert.Equal(1, count));
        Assert.Equal(2, Count());
    }

    [Fact]
    public async Task All_queries_of_a_read_see_one_snapshot()
    {
        await Note("first");

        var (before, after) = Database.Read(connection =>
        {
            var before = connection.Scalar("SELECT COUNT(*) FROM notes");
            // Another thread's write: it is on disk before the second query runs.
            Task.Run(() => Note("second")).Wait();
            return (before, connection.Scalar("SELECT COUNT(*) FROM notes"));
        });

        Assert.Equal(1L, before);
        Assert.Equal(1L, after);
        Assert.Equal(2, Count());
    }

    [Theory]
    [InlineData("INSERT INTO notes (text) VALUES ('x')")]
    [InlineData("DELETE FROM notes")]
    [InlineData("UPDATE notes SET text = 'x'")]
    [InlineData("DROP TABLE notes")]
    [InlineData("CREATE TABLE other (id INTEGER)")]
    public async Task Nothing_is_written_through_the_read_door(string sql)
    {
        await Note("kept");

        Assert.ThrowsAny<Exception>(() => Database.Read(connection => connection.Run(sql)));

        Assert.Equal(["kept"], Notes);
    }

    [Fact]
    public void A_read_that_throws_passes_its_exception_on_and_harms_no_other()
    {
        for (var i = 0; i < 50; i++)
            Assert.Throws<InvalidOperationException>(() => Database.Read<int>(_ => throw new InvalidOperationException()));

        Assert.Equal(0, Count());
    }

    [Fact]
    public async Task Many_readers_at_once_are_all_answered()
    {
        await Note("one");
        using var all = new Barrier(24);

        var counts = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Factory.StartNew(() => Database.Read(connection =>
        {
            // Each waits inside its read for the others: none can be answered by a connection that another one holds.
            all.SignalAndWait(TimeSpan.FromSeconds(10));
            return (long)connection.Scalar("SELECT COUNT(*) FROM notes")!;
        }), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Assert.All(counts, count => Assert.Equal(1, count));
    }

    private long Count() => Database.Read(connection => (long)connection.Scalar("SELECT COUNT(*) FROM notes")!);
}

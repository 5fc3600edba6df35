using LiteBooks.Data;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Data;

[Trait("Category", "InProcess")]
public sealed class UntilNextCommitTests : DatabaseTest
{
    private int _reads;

    [Fact]
    public void What_was_read_is_not_read_again()
    {
        Assert.Equal(0, Count());
        Assert.Equal(0, Count());

        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task A_commit_is_seen_by_whoever_asks_after_it()
    {
        for (var i = 1; i <= 20; i++)
        {
            await Note($"note {i}");

            Assert.Equal(i, Count());
            Assert.Equal(i, Count());
        }
        Assert.Equal(20, _reads);
    }

    [Fact]
    public void So_is_a_commit_of_another_process()
    {
        Assert.Equal(0, Count());
        using (var other = TestDatabase.Connect(File))
            other.Run("INSERT INTO notes (text) VALUES ('from elsewhere')");

        Assert.Equal(1, Count());
    }

    [Fact]
    public async Task A_change_that_was_undone_is_no_commit()
    {
        Assert.Equal(0, Count());
        await Database.Write<int>(connection =>
        {
            Insert(connection, "undone");
            return new NotFound("nothing");
        });

        Assert.Equal(0, Count());
        Assert.Equal(1, _reads);
    }

    [Fact]
    public void Another_question_has_another_answer()
    {
        Assert.Equal(0, Count("one"));
        Assert.Equal(0, Count("two"));

        Assert.Equal(2, _reads);
    }

    [Fact]
    public async Task What_many_ask_for_at_once_is_read_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Count(slowly: true))));

        Assert.Equal(1, _reads);
    }

    [Fact]
    public void A_read_that_failed_is_tried_again()
    {
        Assert.Throws<InvalidOperationException>(() => Database.ReadRemembered<Counted>("notes", _ => throw new InvalidOperationException()));

        Assert.Equal(0, Count("notes"));
    }

    [Fact]
    public async Task A_read_that_failed_for_many_at_once_throws_an_exception_of_its_own_to_each()
    {
        var failures = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Record.Exception(() => Database.ReadRemembered<Counted>("notes", _ =>
        {
            Thread.Sleep(100);
            throw new InvalidOperationException();
        })))));

        Assert.All(failures, failure => Assert.IsType<InvalidOperationException>(failure));
        Assert.Distinct(failures);
    }

    [Fact]
    public void What_nobody_asked_for_lately_is_forgotten_when_there_is_much()
    {
        Count("first");
        for (var i = 0; i < 300; i++)
            Count($"{i}", rows: 100);
        Count("first");

        Assert.Equal(302, _reads);
    }

    [Fact]
    public void What_is_asked_for_again_and_again_is_kept()
    {
        for (var i = 0; i < 300; i++)
        {
            Count("often");
            Count($"{i}", rows: 100);
        }

        Assert.Equal(301, _reads);
    }

    [Fact]
    public async Task However_writes_and_reads_meet_no_answer_is_older_than_what_was_acknowledged()
    {
        var acknowledged = 0;
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                var least = Volatile.Read(ref acknowledged);
                Assert.InRange(Count(), least, int.MaxValue);
            }
        })).ToList();
        for (var i = 1; i <= 300; i++)
        {
            await Note($"note {i}");
            Volatile.Write(ref acknowledged, i);
        }
        await stop.CancelAsync();
        await Task.WhenAll(readers);
    }

    private int Count(string asked = "notes", int rows = 1, bool slowly = false) => Database.ReadRemembered(asked, connection =>
    {
        Interlocked.Increment(ref _reads);
        if (slowly)
            Thread.Sleep(100);
        return new Counted(connection.Rows("SELECT text FROM notes").Count, rows);
    }).Notes;

    private sealed record Counted(int Notes, int Rows) : IRemembered;
}

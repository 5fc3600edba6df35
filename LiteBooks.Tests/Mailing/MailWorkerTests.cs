using LiteBooks.Mailing;
using LiteBooks.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiteBooks.Tests.Mailing;

/// <summary>The worker when the database or the carrier fails it. Its clock stands still unless it is moved, and its waits are short.</summary>
[Trait("Category", "InProcess")]
public sealed class MailWorkerTests : DatabaseTest
{
    private const long Minute = 60_000;
    private const long Day = 24 * 60 * Minute;

    private readonly ShortWaits _clock = new();

    [Fact]
    public async Task What_was_sent_is_not_sent_again_while_the_database_cannot_be_written()
    {
        Add(createdAt: Now);
        using var lockHolder = TestDatabase.Connect(File);
        var carrier = new Carrier(() => lockHolder.Run("BEGIN IMMEDIATE"));
        using var worker = Worker(carrier);
        await worker.StartAsync(default);
        await Eventually.Is(() => carrier.Sent > 0);

        // Several times as long as a write waits for the lock.
        await Task.Delay(TimeSpan.FromSeconds(4));
        lockHolder.Run("ROLLBACK");
        await Eventually.Is(() => Rows("SELECT attempts FROM outbox WHERE sent_at IS NOT NULL") is ["1"]);

        await worker.StopAsync(default);
        Assert.Equal(1, carrier.Sent);
    }

    [Fact]
    public async Task A_mail_that_waited_for_weeks_while_no_server_ran_is_not_given_up_at_its_first_failure()
    {
        Add(createdAt: Now - 20 * Day);
        using var worker = Worker(new Carrier(() => throw new IOException("Not now.")));
        await worker.StartAsync(default);

        await Eventually.Is(() => Rows("SELECT attempts FROM outbox") is not ["0"]);

        await worker.StopAsync(default);
        Assert.Equal([$"1|{Now + 2000}|Not now."], Rows("SELECT attempts, next_at, last_error FROM outbox"));
    }

    [Fact]
    public async Task A_mail_that_was_tried_for_a_week_is_given_up()
    {
        Add(createdAt: Now - 8 * Day, attempts: 179);
        using var worker = Worker(new Carrier(() => throw new IOException("Never.")));
        await worker.StartAsync(default);

        await Eventually.Is(() => Rows("SELECT attempts FROM outbox") is not ["179"]);

        await worker.StopAsync(default);
        Assert.Equal(["180|NULL|NULL|Never."], Rows("SELECT attempts, next_at, sent_at, last_error FROM outbox"));
    }

    [Fact]
    public async Task After_a_month_what_was_sent_or_given_up_is_forgotten_and_nothing_else()
    {
        Add(createdAt: Now - 40 * Day, nextAt: null, sentAt: Now - 30 * Day - 1);
        Add(createdAt: Now - 30 * Day - 1, nextAt: null);
        var sent = Add(createdAt: Now - 40 * Day, nextAt: null, sentAt: Now - 30 * Day);
        var givenUp = Add(createdAt: Now - 30 * Day, nextAt: null);
        var waiting = Add(createdAt: Now - 40 * Day, nextAt: Now + Minute);

        await Outbox().Prune();

        Assert.Equal([$"{sent}", $"{givenUp}", $"{waiting}"], Rows("SELECT id FROM outbox ORDER BY id"));
    }

    [Fact]
    public void What_is_to_be_forgotten_is_found_by_an_index() =>
        Assert.Contains("USING INDEX outbox_ended", Assert.Single(Rows($"EXPLAIN QUERY PLAN {OutboxRepository.PruneSql.Replace("@Time", "7", StringComparison.Ordinal)}")), StringComparison.Ordinal);

    private long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    private OutboxRepository Outbox() => new(Database, _clock);

    private MailWorker Worker(IMailCarrier carrier) => new(Outbox(), carrier, _clock, NullLogger<MailWorker>.Instance);

    private long Add(long createdAt, long attempts = 0, long? nextAt = 0, long? sentAt = null)
    {
        using var database = TestDatabase.Connect(File);
        return (long)database.Scalar("""
            INSERT INTO outbox (kind, to_name, to_address, subject, body, created_at, attempts, next_at, sent_at)
            VALUES ('test', 'Ada', 'ada@example.org', 'S', 'B', @p0, @p1, @p2, @p3)
            RETURNING id
            """, createdAt, attempts, nextAt, sentAt)!;
    }

    private IReadOnlyList<string> Rows(string sql)
    {
        using var database = TestDatabase.Connect(File);
        return database.Rows(sql);
    }

    private sealed class Carrier(Action send) : IMailCarrier
    {
        private int _sent;

        public int Sent => Volatile.Read(ref _sent);

        public Task Send(OutboxRow mail)
        {
            if (Interlocked.Increment(ref _sent) == 1)
                send();
            return Task.CompletedTask;
        }
    }

    private sealed class ShortWaits : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.FromMilliseconds(10), period);
    }
}

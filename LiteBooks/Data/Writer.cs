using System.Diagnostics;
using System.Threading.Channels;
using Dapper;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>
/// The one writer: a loop that takes all changes that wait, runs each in a savepoint of its own, commits them together
/// (group commit: one fsync for many), and only then answers them.
/// </summary>
internal sealed class Writer : IDisposable
{
    // Bounds how long the first of a batch waits for the last, and how much a failed commit undoes.
    private const int LargestBatch = 256;

    // 16 MiB of pages, four times SQLite's own choice: what a busy catalogue writes again and again is brought into the file once in all
    // these commits, and a create costs a fifth less.
    private const int LargestLog = 4000;

    private readonly SqliteConnection _connection;
    private readonly Channel<IChange> _waiting = Channel.CreateUnbounded<IChange>(new() { SingleReader = true });
    private readonly CommitCounter? _commits;
    private readonly CommitJournal _journal;
    private readonly WriterHooks _hooks;
    private readonly DatabaseFigures _figures;
    private readonly Thread _loop;

    private long _inQueue;

    public Writer(SqliteConnection connection, CommitCounter? commits, CommitJournal journal, DatabaseFigures figures)
    {
        (_connection, _commits, _journal, _figures) = (connection, commits, journal, figures);
        _hooks = new WriterHooks(connection);
        figures.WatchQueue(() => Interlocked.Read(ref _inQueue));
        _loop = new Thread(TakeBatches) { IsBackground = true, Name = "litebooks-writer" };
        _loop.Start();
    }

    public Task<Outcome<T>> Run<T>(Func<SqliteConnection, Outcome<T>> action, CancellationToken cancel)
    {
        var change = new Change<T>(action, cancel);
        // Before it is there: the loop may take it at once, and there are never fewer than none.
        Interlocked.Increment(ref _inQueue);
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(change), this);
        return change.Answered;
    }

    /// <summary>Finishes what waits, then closes.</summary>
    public void Dispose()
    {
        if (!_waiting.Writer.TryComplete())
            return;
        _loop.Join();
        _hooks.Dispose();
        _connection.Dispose();
    }

    private void TakeBatches()
    {
        var batch = new List<IChange>(LargestBatch);
        while (WaitForChanges())
        {
            while (batch.Count < LargestBatch && _waiting.Reader.TryRead(out var change))
            {
                Interlocked.Decrement(ref _inQueue);
                if (!change.IsCancelled())
                    batch.Add(change);
            }
            RunBatch(batch);
            batch.Clear();
        }
    }

    // A thread of its own blocks here, so the pool's threads stay free for requests.
    private bool WaitForChanges()
    {
        var waiting = _waiting.Reader.WaitToReadAsync();
        return waiting.IsCompleted ? waiting.Result : waiting.AsTask().GetAwaiter().GetResult();
    }

    private void RunBatch(List<IChange> batch)
    {
        if (batch.Count == 0)
            return;
        var began = Stopwatch.GetTimestamp();
        try
        {
            _connection.Execute("BEGIN IMMEDIATE");
            _hooks.Begin();
            // From here to the commit nobody else can commit.
            var last = _commits?.Now;
            // Alone, a change needs no savepoint; with one, SQLite keeps a journal of every statement in it, and a large
            // import becomes several times slower.
            if (batch is [var only])
                RunAlone(only);
            else
                RunTogether(batch);
            if (last is { } number && _hooks.LogPages > 0)
                _journal.Enter(number + 1L, _hooks.Books);
        }
        catch (Exception e)
        {
            // Nothing of the batch was kept, so every change in it failed, those that had run included.
            RollBack();
            if (e is SqliteException failure)
                _figures.CountFailure(failure);
            foreach (var change in batch)
                change.Fail(e);
            return;
        }
        _figures.CountBatch(began, batch.Count);
        foreach (var change in batch)
            change.Answer();
        if (_hooks.LogPages >= LargestLog)
            Checkpoint();
    }

    // SQLite would do it within the commit, and the answers would wait for it. A log that cannot be brought into the file now only grows.
    private void Checkpoint()
    {
        try
        {
            _connection.Execute("PRAGMA wal_checkpoint(PASSIVE)");
        }
        catch (SqliteException e)
        {
            _figures.CountFailure(e);
        }
    }

    private void RunAlone(IChange change)
    {
        if (change.Run(_connection))
            _connection.Execute("COMMIT");
        else
            RollBack();
    }

    private void RunTogether(List<IChange> batch)
    {
        batch.ForEach(RunInSavepoint);
        _connection.Execute("COMMIT");
    }

    private void RunInSavepoint(IChange change)
    {
        _connection.Execute("SAVEPOINT change");
        if (!change.Run(_connection))
        {
            // A full disk or an I/O error may have ended the whole transaction (sqlite.org/lang_transaction.html, "Response
            // To Errors Within A Transaction"): the savepoint is gone with it, and the batch fails as one.
            if (!InTransaction)
                throw change.Thrown ?? new InvalidOperationException("A change ended the transaction that it ran in.");
            _connection.Execute("ROLLBACK TO change");
        }
        _connection.Execute("RELEASE change");
    }

    private bool InTransaction => SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    private void RollBack()
    {
        try
        {
            if (InTransaction)
                _connection.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself; the failure that led here is the one to report.
        }
    }

    private interface IChange
    {
        Exception? Thrown { get; }

        /// <summary>Runs the change and keeps its outcome; false if it must be undone.</summary>
        bool Run(SqliteConnection connection);

        bool IsCancelled();

        void Answer();

        /// <summary>Fails it by what it threw itself, or else by what ended its batch, which others may have thrown.</summary>
        void Fail(Exception reason);
    }

    private sealed class Change<T>(Func<SqliteConnection, Outcome<T>> action, CancellationToken cancel) : IChange
    {
        // Continuations run elsewhere: a slow client must not hold up the writer.
        private readonly TaskCompletionSource<Outcome<T>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Outcome<T> _outcome;

        public Task<Outcome<T>> Answered => _answer.Task;

        public Exception? Thrown { get; private set; }

        public bool Run(SqliteConnection connection)
        {
            try
            {
                _outcome = action(connection);
                return _outcome.Failure is null;
            }
            catch (Exception e)
            {
                Thrown = e;
                return false;
            }
        }

        // A client that went away before its turn wants nothing written.
        public bool IsCancelled() => cancel.IsCancellationRequested && _answer.TrySetCanceled(cancel);

        public void Answer()
        {
            if (Thrown is null)
                _answer.SetResult(_outcome);
            else
                _answer.SetException(Public(Thrown));
        }

        // Never one exception for several: each caller throws it again on a thread of its own, and to throw an exception while
        // another thread reads its stack trace breaks both. As an inner one it is only read.
        public void Fail(Exception reason) => _answer.SetException(Thrown is { } own && own != reason ? Public(own) : Shared(reason));

        private static Exception Shared(Exception reason) =>
            (Exception?)Unavailable(reason) ?? new InvalidOperationException("The changes that were to be committed together failed.", reason);

        private static Exception Public(Exception e) => Unavailable(e) ?? e;

        private static DatabaseUnavailableException? Unavailable(Exception e) => e is SqliteException s ? SqliteErrors.AsUnavailable(s) : null;
    }
}

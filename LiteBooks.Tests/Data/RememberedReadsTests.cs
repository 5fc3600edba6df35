using LiteBooks.Data;
using LiteBooks.Tests.Support;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Tests.Data;

[Trait("Category", "InProcess")]
public sealed class RememberedReadsTests : DatabaseTest
{
    private int _reads, _books;

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
            await Add();

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
            AddBooks(other, 1);

        Assert.Equal(1, Count());
    }

    [Fact]
    public async Task A_change_that_was_undone_is_no_commit()
    {
        Assert.Equal(0, Count());
        await Database.Write<int>(connection =>
        {
            AddBooks(connection, 1);
            return new NotFound("nothing");
        });

        Assert.Equal(0, Count());
        Assert.Equal(1, _reads);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Nor_does_it_hide_what_another_process_commits_next(int changes)
    {
        Assert.Equal(0, Count(touched: _ => false));
        var hold = await HoldWriter();
        var undone = Enumerable.Range(0, changes).Select(_ => Database.Write<int>(connection =>
        {
            AddBooks(connection, 1);
            return new NotFound("nothing");
        })).ToList();
        hold.Released.Set();
        await Task.WhenAll(undone);
        using (var other = TestDatabase.Connect(File))
            AddBooks(other, 1);

        Assert.Equal(1, Count(touched: _ => false));
    }

    [Fact]
    public async Task What_a_commit_does_not_touch_is_not_read_again()
    {
        Assert.Equal(0, Count(touched: book => book.After!.Title != "title 1"));
        await Add();

        Assert.Equal(0, Count());
        Assert.Equal(1, _reads);
        await Add();

        Assert.Equal(2, Count());
    }

    [Fact]
    public async Task A_change_is_told_with_what_the_book_was_and_what_it_is()
    {
        await Add(2);
        ChangedBook? told = null;
        Count(touched: book => (told = book) is null);

        await Database.Write<int>(connection => connection.Run("UPDATE books SET title_folded = 'new', genre = 'Essay', genre_key = 'essay', price_cents = 250, published_year = NULL, tags = '[\"t\"]' WHERE id = 2"));
        Count();
        Assert.Equal(new ChangedBook(2, new BookKeys("title 2", "author", null, null, "available", 100, 2000, 0, "[]", 7), new BookKeys("new", "author", "essay", "Essay", "available", 250, null, 0, """["t"]""", 7)), told);

        await Database.Write<int>(connection => connection.Run("DELETE FROM books WHERE id = 2"));
        Count();
        Assert.Equal(new ChangedBook(2, new BookKeys("new", "author", "essay", "Essay", "available", 250, null, 0, """["t"]""", 7), null), told);
    }

    [Fact]
    public async Task A_commit_without_books_touches_nothing()
    {
        Assert.Equal(0, Count());
        await Note("no book");

        Assert.Equal(0, Count());
        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task A_commit_of_another_process_after_one_of_ours_is_seen_though_ours_touched_nothing()
    {
        Assert.Equal(0, Count(touched: _ => false));
        await Add();
        using (var other = TestDatabase.Connect(File))
            AddBooks(other, 1);

        Assert.Equal(2, Count());
    }

    [Theory]
    [InlineData(500, 1)]
    [InlineData(501, 2)]
    public async Task Of_too_many_changed_books_none_is_looked_at(int books, int reads)
    {
        Count(touched: _ => false);
        await Add(books);
        Count();

        Assert.Equal(reads, _reads);
    }

    [Theory]
    [InlineData(256, 1)]
    [InlineData(257, 2)]
    public async Task Who_asks_after_too_many_commits_has_it_read_again(int commits, int reads)
    {
        Count(touched: _ => false);
        for (var i = 0; i < commits; i++)
            await Note($"{i}");
        Count();

        Assert.Equal(reads, _reads);
    }

    [Theory]
    [InlineData(40, 500, 40)]
    [InlineData(41, 500, 82)]
    public async Task Of_too_many_answers_none_is_looked_at(int answers, int books, int reads)
    {
        AskAll();
        await Add(books);
        AskAll();

        Assert.Equal(reads, _reads);

        void AskAll()
        {
            for (var i = 0; i < answers; i++)
                Count($"{i}", touched: _ => false);
        }
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
        Assert.Throws<InvalidOperationException>(() => Database.ReadRemembered<Counted>("books", _ => throw new InvalidOperationException()));

        Assert.Equal(0, Count("books"));
    }

    [Fact]
    public async Task A_read_that_failed_for_many_at_once_throws_an_exception_of_its_own_to_each()
    {
        var failures = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Record.Exception(() => Database.ReadRemembered<Counted>("books", _ =>
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
            await Add();
            Volatile.Write(ref acknowledged, i);
        }
        await stop.CancelAsync();
        await Task.WhenAll(readers);
    }

    private Task<Outcome<int>> Add(int books = 1) => Database.Write<int>(connection =>
    {
        AddBooks(connection, books);
        return 0;
    });

    private void AddBooks(SqliteConnection connection, int books)
    {
        connection.Run("INSERT INTO authors (id, name, name_key, name_folded, created_at) VALUES (1, 'Author', 'author', 'author', 1) ON CONFLICT DO NOTHING");
        for (var i = 0; i < books; i++)
        {
            connection.Run("""
                INSERT INTO books (title, title_folded, author_id, author_name, author_folded, isbn, isbn_key, published_year, price_cents, created_at)
                VALUES (@p0, @p0, 1, 'Author', 'author', '', @p1, 2000, 100, 7)
                """, $"title {++_books}", _books);
        }
    }

    private int Count(string asked = "books", int rows = 1, bool slowly = false, Func<ChangedBook, bool>? touched = null) => Database.ReadRemembered(asked, connection =>
    {
        Interlocked.Increment(ref _reads);
        if (slowly)
            Thread.Sleep(100);
        return new Counted(connection.Rows("SELECT id FROM books").Count, rows, touched ?? (_ => true));
    }).Books;

    private sealed record Counted(int Books, int Rows, Func<ChangedBook, bool> Touched) : IRemembered
    {
        public bool IsTouchedBy(ChangedBook book) => Touched(book);
    }
}

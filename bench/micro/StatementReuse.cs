using System.Data.Common;
using BenchmarkDotNet.Attributes;
using LiteBooks.Data;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Micro;

/// <summary>A look-up by id: with the provider's own commands, and with statements that the connection keeps compiled.</summary>
[MemoryDiagnoser]
public class StatementReuse : IDisposable
{
    private const string LookUp = "SELECT b.id, b.title, a.name FROM books b JOIN authors a ON a.id = b.author_id WHERE b.id = @Id";

    private const int Books = 10_000;

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"litebooks-micro-{Guid.NewGuid():N}.db");
    private SqliteConnection _provider = null!;
    private CatalogueConnection _kept = null!;
    private long _id;

    [GlobalSetup]
    public void Open()
    {
        var source = new SqliteConnectionStringBuilder { DataSource = _file, Pooling = false }.ToString();
        _provider = new SqliteConnection(source);
        _kept = new CatalogueConnection(source);
        _provider.Open();
        using var fill = _provider.CreateCommand();
        fill.CommandText = $"""
            CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT);
            CREATE TABLE books (id INTEGER PRIMARY KEY, title TEXT, author_id INTEGER);
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Books})
            INSERT INTO books SELECT i, 'Title ' || i, 1 + i % 100 FROM n;
            INSERT INTO authors SELECT DISTINCT author_id, 'Author ' || author_id FROM books;
            """;
        fill.ExecuteNonQuery();
        _kept.Open();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _provider.Dispose();
        _kept.Dispose();
        File.Delete(_file);
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public string Compiled() => TitleOf(_provider);

    [Benchmark]
    public string Kept() => TitleOf(_kept);

    private string TitleOf(SqliteConnection connection)
    {
        // As Dapper sees it: the provider's own type has other methods of the same names.
        using DbCommand command = connection.CreateCommand();
        command.CommandText = LookUp;
        command.Parameters.Add(new SqliteParameter("@Id", _id = _id % Books + 1));
        using var rows = command.ExecuteReader();
        rows.Read();
        return rows.GetString(1);
    }
}

using LiteBooks.Data;
using LiteBooks.Seed.Catalogues;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiteBooks.Seed.Storage;

/// <summary>The database that is filled: made and migrated by LiteBooks itself, and without books before.</summary>
public sealed class CatalogueFile : IDisposable
{
    private readonly Database _database;

    private CatalogueFile(Settings settings, Database database) => (Settings, _database) = (settings, database);

    public Settings Settings { get; }

    public string Path => System.IO.Path.GetFullPath(Settings.DatabasePath);

    /// <summary>How many authors were stored.</summary>
    public int Authors { get; private set; }

    /// <summary>Throws <see cref="CannotStartException"/> if the database cannot be opened, or was ever given a book or an author.</summary>
    public static CatalogueFile OpenEmpty(string path)
    {
        var settings = Settings.Read(new ConfigurationBuilder().AddInMemoryCollection([new("Database:Path", path)]).Build());
        var file = new CatalogueFile(settings, Database.Open(settings, NullLoggerFactory.Instance));
        if (file._database.Read(IsEmpty))
            return file;
        file.Dispose();
        throw new CannotStartException($"{file.Path} already holds a catalogue, and nothing is mixed into it. Name another file with --database.");
    }

    /// <summary>Stores the books in one transaction and returns how many they are.</summary>
    public async Task<int> Store(IReadOnlyList<SampleBook> books)
    {
        var stored = await _database.Write<(int Authors, int Books)>(connection =>
            (BatchInsert.Authors(connection, books), BatchInsert.Books(connection, books)));
        Authors += stored.Value.Authors;
        return stored.Value.Books;
    }

    public void Dispose() => _database.Dispose();

    // Ids are never given twice, so rows would differ even where all books were deleted.
    private static bool IsEmpty(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name IN ('books', 'authors'))";
        return (long)command.ExecuteScalar()! == 1;
    }
}

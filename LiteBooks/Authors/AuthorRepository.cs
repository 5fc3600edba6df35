using Dapper;
using LiteBooks.Data;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Authors;

/// <summary>
/// All SQL of authors as a resource of their own. Whatever it is given was checked by <see cref="AuthorRules"/>. Triggers count
/// an author's books, and carry its name to where books are searched and sorted by it.
/// </summary>
public sealed class AuthorRepository(Database database, AuditTrail audit, TimeProvider clock)
{
    private const string Columns = "id, name, bio, nationality, phone, street, city, state, zip_code, country, book_count, created_at, updated_at, version";

    public AuthorRow? Find(long id) => database.ReadOnce(connection => Find(connection, id));

    /// <summary>One page and the number of all authors that match, from one snapshot.</summary>
    public AuthorPage List(AuthorQuery query)
    {
        var where = query.Filter();
        return database.Read(connection =>
        {
            var total = connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM authors {where}", where.Parameters);
            where.Parameters.Add("limit", query.Page.PerPage);
            where.Parameters.Add("offset", query.Page.Offset);
            IReadOnlyList<AuthorRow> rows = query.Page.Offset >= total
                ? []
                : connection.Query<AuthorRow>($"SELECT {Columns} FROM authors {where} {query.OrderBy} LIMIT @limit OFFSET @offset", where.Parameters).AsList();
            return AuthorPage.From(rows, total, query.Page);
        });
    }

    /// <summary>Adds an author, and stores its answer with it; <see cref="Duplicate"/> if its name is held.</summary>
    public Task<Outcome<AuthorRow>> Insert(AuthorFields author, Actor by, Remembered<AuthorRow> remembered, CancellationToken cancel) =>
        database.Write<AuthorRow>(connection =>
        {
            var values = Values(author);
            if (FindByName(connection, values.NameKey) is { } existing)
                return DuplicateName(existing);
            var id = connection.ExecuteScalar<long>("""
                INSERT INTO authors (name, name_key, name_folded, bio, nationality, phone, street, city, state, zip_code, country, created_at)
                VALUES (@Name, @NameKey, @NameFolded, @Bio, @Nationality, @Phone, @Street, @City, @State, @ZipCode, @Country, @Now)
                RETURNING id
                """, values);
            audit.Record(connection, by, AuditAction.Create, AuditedResource.Authors, id);
            return remembered.Store(connection, Find(connection, id)!);
        }, cancel);

    /// <summary>
    /// Changes an author as it is at that moment: <see cref="NotFound"/>, <see cref="StaleVersion"/>, <see cref="Duplicate"/>,
    /// or what the change itself refuses.
    /// </summary>
    public Task<Outcome<AuthorRow>> Update(long id, ExpectedVersion expected, AuthorChange change, Actor by, CancellationToken cancel) =>
        database.Write<AuthorRow>(connection =>
        {
            if (Find(connection, id) is not { } row)
                return new NotFound("author", id);
            if (!expected.Allows(row.Version))
                return new StaleVersion();
            if (!change(row).Succeeded(out var author, out var refused))
                return refused;
            return Update(connection, row, Values(author), by) is { } failure ? failure : Find(connection, id)!;
        }, cancel);

    /// <summary>Deletes an author: <see cref="NotFound"/>, <see cref="StaleVersion"/>, or <see cref="Conflict"/> while there are books of it.</summary>
    public Task<Outcome<long>> Delete(long id, ExpectedVersion expected, Actor by, CancellationToken cancel) =>
        database.Write<long>(connection =>
        {
            if (Find(connection, id) is not { } row)
                return new NotFound("author", id);
            if (!expected.Allows(row.Version))
                return new StaleVersion();
            if (row.BookCount > 0)
                return new Conflict("author_has_books", $"The author {id} cannot be deleted while there are books of it, and there are {row.BookCount}.");
            var before = audit.Snapshot(connection, AuditedResource.Authors, id);
            connection.Execute("DELETE FROM authors WHERE id = @Id", new AuthorById(id));
            audit.Record(connection, by, AuditAction.Delete, AuditedResource.Authors, id, before);
            return id;
        }, cancel);

    private Failure? Update(SqliteConnection connection, AuthorRow row, AuthorValues values, Actor by)
    {
        if (FindByName(connection, values.NameKey) is { } existing && existing != row.Id)
            return DuplicateName(existing);
        var before = audit.Snapshot(connection, AuditedResource.Authors, row.Id);
        var updated = 0;
        if (values.Name == row.Name)
            Store();
        else
            audit.RecordFollowers(connection, by, AuditAction.Update, Followers.BooksOfAuthor, row.Id, Store);
        if (updated == 0)
            return new StaleVersion();
        audit.Record(connection, by, AuditAction.Update, AuditedResource.Authors, row.Id, before);
        return null;

        void Store() => updated = connection.Execute("""
            UPDATE authors
            SET name = @Name,
                name_key = @NameKey,
                name_folded = @NameFolded,
                bio = @Bio,
                nationality = @Nationality,
                phone = @Phone,
                street = @Street,
                city = @City,
                state = @State,
                zip_code = @ZipCode,
                country = @Country,
                updated_at = @Now,
                version = version + 1
            WHERE id = @Id AND version = @Version
            """, values with { Id = row.Id, Version = row.Version });
    }

    private static AuthorRow? Find(SqliteConnection connection, long id) =>
        connection.QuerySingleOrDefault<AuthorRow>($"SELECT {Columns} FROM authors WHERE id = @Id", new AuthorById(id));

    private static long? FindByName(SqliteConnection connection, string nameKey) =>
        connection.ExecuteScalar<long?>("SELECT id FROM authors WHERE name_key = @NameKey", new AuthorByKey(nameKey));

    private static Duplicate DuplicateName(long existing) =>
        new("duplicate_author", $"The author {existing} has this name already.", existing);

    private AuthorValues Values(AuthorFields author) => new()
    {
        Name = author.Name,
        NameKey = TextFolding.Key(author.Name),
        NameFolded = TextFolding.Fold(author.Name),
        Bio = author.Bio,
        Nationality = author.Nationality,
        Phone = author.Phone,
        Street = author.Address?.Street,
        City = author.Address?.City,
        State = author.Address?.State,
        ZipCode = author.Address?.ZipCode,
        Country = author.Address?.Country,
        Now = clock.GetUtcNow().ToUnixTimeMilliseconds(),
    };
}

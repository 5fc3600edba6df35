using Microsoft.Data.Sqlite;

namespace LiteBooks.Batch;

/// <summary>Changes price and pages of books at random, with the row of the audit that tells the book before and after it.</summary>
internal sealed class Patch(Catalogue catalogue, long highestId, int seed) : IChange
{
    private readonly Random _random = new(seed);

    private readonly SqliteCommand _snapshot = catalogue.Prepare("SELECT snapshot FROM books_snapshot WHERE id = @Id", "@Id");

    private readonly SqliteCommand _change = catalogue.Prepare("""
        UPDATE books
        SET price_cents = @PriceCents, page_count = @PageCount, updated_at = @Now, version = version + 1
        WHERE id = @Id
        """, "@PriceCents", "@PageCount", "@Now", "@Id");

    public void Write()
    {
        var id = _random.NextInt64(1, highestId + 1);
        _snapshot.Set(id);
        var before = (string)_snapshot.ExecuteScalar()!;
        _change.Set(_random.NextInt64(500, 4500), _random.NextInt64(100, 600), Catalogue.Now, id);
        _change.ExecuteNonQuery();
        catalogue.RecordBook("update", id, before);
    }
}

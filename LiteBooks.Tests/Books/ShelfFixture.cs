using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

/// <summary>A few books that differ in everything a list filters and sorts by. Tests of it only read.</summary>
public sealed class ShelfFixture : AppFixture
{
    private static readonly (string Title, string Author, string? Genre, int? Year, decimal Price, string Tags, string Status, int Stock)[] Shelf =
    [
        ("Émile", "Jean-Jacques Rousseau", "Philosophy", 1762, 9.50m, "classic,education", "available", 3),
        ("emma", "Jane Austen", "Novel", 1815, 7.00m, "classic,england", "checked_out", 0),
        ("Elbe", "Łucja Ångström", "travel", 2020, 25.00m, "rivers", "available", 1),
        ("Zorn", "ørjan Berg", null, 2021, 25.00m, "", "archived", 0),
        ("Ælfric", "Orson Zed", "NOVEL", null, 1200.00m, "england,old", "reserved", 7),
        ("zebra crossing", "Jane Austen", "novel", 2021, 7.01m, "england,roads", "available", 2),
        ("100% Proof", "O'Brien \"Bob\" (Jr.)", "Cooking", 1999, 30.00m, "50%", "available", 1),
        ("1000 Proofs", "Émile Zola", "mathématiques", 1999, 6.99m, "c++,classic", "available", 0),
    ];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var book in Shelf)
        {
            var created = await Api.Create(TestBooks.Minimal()
                .With("title", book.Title)
                .With("author_name", book.Author)
                .With("genre", book.Genre)
                .With("published_year", book.Year)
                .With("price", book.Price)
                .With("tags", new JsonArray([.. book.Tags.Split(',').Select(tag => (JsonNode)tag)])));
            (await Api.Patch(TestBooks.At(created), new JsonObject { ["status"] = book.Status })).ShouldBe(200);
            using var database = TestDatabase.Connect(DatabasePath);
            database.Run("UPDATE books SET stock_quantity = @p1 WHERE id = @p0", created.Id(), book.Stock);
        }
    }
}

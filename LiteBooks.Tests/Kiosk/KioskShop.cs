using LiteBooks.Seed;
using LiteBooks.Tests.Reviews;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Kiosk;

/// <summary>A kiosk with a catalogue of invented books, some odd ones among them, and one that readers have reviewed.</summary>
public sealed class KioskShop : AppFixture
{
    public const int Seeded = 600;
    public const string Arabic = "ألف ليلة وليلة";
    public const string Markup = "<img src=x onerror=\"document.title='taken'\"> & <b>bold</b>";

    public static readonly string LongTitle = string.Join(' ', Enumerable.Repeat("Donaudampfschifffahrtsgesellschaftskapitänsmütze", 6));

    /// <summary>The book that has all there is to show.</summary>
    public long Reviewed { get; private set; }

    public string ReviewedIsbn { get; private set; } = "";

    protected override IEnumerable<(string Name, string Value)> Settings => [("Kiosk:IdleSeconds", "60"), .. AsKiosk];

    /// <summary>As <c>serve --kiosk</c> has them.</summary>
    internal static IEnumerable<(string Name, string Value)> AsKiosk => [("Database:ReadOnly", "true"), ("Kiosk:StartPage", "true"), ("Catalog:Currency", "EUR"), ("RateLimit:PerMinute", "0")];

    protected override void Prepare() => Fill().GetAwaiter().GetResult();

    private async Task Fill()
    {
        await Seeder.Run(new SeedOptions(Seeded, 42, DatabasePath), new Progress<int>());
        await using var server = await RunningServer.Start(DatabasePath, ("Catalog:Sample", "false"));
        using var api = new Api(server.Address);
        foreach (var title in new[] { Arabic, Markup, LongTitle, "Q" })
            await api.Create(TestBooks.Full().With("title", title));
        var book = await api.Create(TestBooks.Full());
        (Reviewed, ReviewedIsbn) = (book.Id(), book.Text("isbn")!);
        await api.Create(TestBooks.Full().With("title", "The Dispossessed"));
        await Review(api, 5, "A classic", "approved");
        await Review(api, 4, "Cold and clear", "approved");
        await Review(api, 1, "Nobody sees this", "rejected");
        await Review(api, 1, "Nor this", "pending");
    }

    private async Task Review(Api api, int rating, string title, string status)
    {
        var review = (await api.Post(TestReviews.Of(Reviewed), TestReviews.Full().With("rating", rating).With("title", title))).ShouldBe(201).Json;
        if (status != "pending")
            (await api.Patch(TestReviews.At(review), TestReviews.Status(status))).ShouldBe(200);
    }
}

/// <summary>The tests with a browser, one after the other, in one shop with one browser.</summary>
[CollectionDefinition(Name)]
public sealed class KioskGround : ICollectionFixture<KioskShop>, ICollectionFixture<Browser>
{
    public const string Name = "Kiosk";
}

using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Kiosk;

/// <summary>The server goes and comes back; the screen goes on.</summary>
[Trait("Category", Browser.Category)]
public sealed class AwayTests(KioskShop shop, Browser browser) : IClassFixture<KioskShop>, IClassFixture<Browser>
{
    [SkippableFact]
    public async Task It_tells_goes_on_from_what_it_remembers_and_comes_back_by_itself()
    {
        (string, string)[] settings = [.. KioskShop.AsKiosk, ("urls", $"http://127.0.0.1:{KioskModeTests.FreePort()}")];
        var server = await ChildServer.Start(shop.DatabasePath, settings);
        var address = server.Address;
        await using var page = await browser.Open(address, "/kiosk");
        await page.Sees(".standing");
        await Learnt(page);
        await server.Kill();

        // What is on the screen, and what is asked for anew.
        await page.Touch(".attract-ways .button");
        await page.Sees(".banner-text");
        await page.Sees(".card");
        await page.Touch("#search");
        await page.Type("left hand");
        await page.Until("document.querySelectorAll('.card').length === 1");
        await page.Touch(".card");
        Assert.Equal("The Left Hand of Darkness", await page.Shown(".book-title"));
        await page.Scan(shop.ReviewedIsbn);
        await page.IsAt($"/kiosk/book/{shop.Reviewed}");

        // The page itself, as after a power cut.
        await page.Tab.ReloadAsync();
        await page.Sees(".banner-text");
        Assert.Equal("The Left Hand of Darkness", await page.Shown(".book-title"));
        Assert.Contains("away", await page.Shown(".banner-text"), StringComparison.Ordinal);

        await using var again = await ChildServer.Start(shop.DatabasePath, settings);
        await page.Until("document.querySelector('.banner').innerText === '' || document.querySelector('.banner').innerText.includes('back')");
        await page.Sees(".review");
        await server.DisposeAsync();
    }

    // The worker has all files, and the memory its books.
    private static async Task Learnt(BrowserPage page)
    {
        await page.Until("navigator.serviceWorker.controller !== null");
        await Eventually.Is(async () => (await page.Tab.EvaluateFunctionAsync<int>(
            """
            () => new Promise((resolve) => {
              const open = indexedDB.open("litebooks-kiosk", 1);
              open.onsuccess = () => {
                const kept = open.result.transaction("books").objectStore("books").getAll();
                kept.onsuccess = () => { open.result.close(); resolve(kept.result.flat().length); };
              };
            })
            """)) > 100);
    }
}

using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Kiosk;

/// <summary>The keyboard on the screen, for kiosks that have no other.</summary>
[Trait("Category", Browser.Category)]
public sealed class ScreenKeyboardTests(ScreenKeyboardTests.Shop app, Browser browser) : IClassFixture<ScreenKeyboardTests.Shop>, IClassFixture<Browser>
{
    public sealed class Shop : AppFixture
    {
        protected override IEnumerable<(string Name, string Value)> Settings => [("Kiosk:Keyboard", "on"), ("Kiosk:Language", "de"), ("RateLimit:PerMinute", "0")];
    }

    [SkippableFact]
    public async Task It_types_erases_and_goes()
    {
        await using var page = await browser.Open(app.Address, "/kiosk/books");
        await page.Touch("#search");
        await page.Sees(".keyboard");
        foreach (var letter in "dune")
            await page.Tab.EvaluateFunctionAsync<bool>("letter => { [...document.querySelectorAll('.key')].find(key => key.textContent === letter).click(); return true; }", letter.ToString());
        await page.IsAt("/kiosk/books?q=dune");
        await page.Touch(".key[aria-label=Löschen]");
        await page.IsAt("/kiosk/books?q=dun");
        Assert.Equal("ü", (await page.Value("[...document.querySelectorAll('.key')].find(key => key.textContent === 'ü').textContent")).GetString());
        await page.Touch(".key[aria-label=Schließen]");
        await page.Until("document.querySelector('.keyboard').hidden");
    }
}

using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Kiosk;

/// <summary>The screen that waits.</summary>
[Collection(KioskGround.Name), Trait("Category", Browser.Category)]
public sealed class AttractTests(KioskShop shop, Browser browser)
{
    private const string Moved = "getComputedStyle(document.querySelector('.shelf-track')).transform";

    [SkippableFact]
    public async Task A_shelf_of_books_moves_and_can_be_stopped()
    {
        await using var page = await browser.Open(shop.Address, "/");
        await page.Prefers(still: false);
        await page.Sees(".standing");
        Assert.Equal("/kiosk", await page.Place());
        var before = (await page.Value(Moved)).GetString()!;
        await page.Until($"{Moved} !== '{before}'");

        await page.Touch(".shelf-pause");
        await page.Until("document.querySelector('.shelf-track').getAnimations()[0].playState === 'paused'");
        page.ShouldBeQuiet();
    }

    [SkippableTheory]
    [InlineData(360, 640)]
    [InlineData(800, 1280)]
    [InlineData(1080, 1920)]
    [InlineData(1366, 768)]
    [InlineData(3840, 2160)]
    public async Task It_fits_its_screen_in_every_language(int width, int height)
    {
        await using var page = await browser.Open(shop.Address, "/kiosk", width, height);
        foreach (var language in new[] { "en", "de", "es" })
        {
            await page.Touch($".language[lang={language}]");
            await page.Sees(".shelf-full .standing");
            Assert.True((await page.Value("document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth")).GetBoolean(), language);
        }
    }

    [SkippableFact]
    public async Task It_stands_still_for_those_who_want_it_so()
    {
        await using var page = await browser.Open(shop.Address, "/kiosk");
        await page.Prefers(still: true);
        await page.Sees(".standing");
        Assert.Equal(0, (await page.Value("document.getAnimations().length")).GetInt32());
    }

    [SkippableFact]
    public async Task A_touch_on_a_book_opens_it_and_on_the_invitation_the_search()
    {
        await using var page = await browser.Open(shop.Address, "/kiosk");
        await page.Prefers();
        var title = (await page.Text(".standing .unseen")).Split(',')[0];
        await page.Touch(".standing");
        Assert.StartsWith(title, await page.Shown("h1"), StringComparison.Ordinal);
        await page.Touch(".head-home");
        await page.Touch(".invitation");
        await page.Until("document.activeElement.id === 'search'");
    }

    [SkippableFact]
    public async Task Letters_that_are_typed_there_begin_a_search()
    {
        await using var page = await browser.Open(shop.Address, "/kiosk");
        await page.Sees(".standing");
        await page.Type("darkness");
        await page.IsAt("/kiosk/books?q=darkness");
        Assert.Contains("darkness", await page.Shown("h1"), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("de-DE", "de", "Finden Sie Ihr nächstes Buch.")]
    [InlineData("es-MX", "es", "Encuentre su próximo libro.")]
    [InlineData("fr-FR", "en", "Find your next book.")]
    public async Task It_speaks_the_language_of_the_browser_or_of_the_visitor(string browsers, string language, string title)
    {
        await using var page = await browser.Open(shop.Address, "/kiosk");
        await page.Tab.EvaluateFunctionOnNewDocumentAsync("names => Object.defineProperty(navigator, 'languages', { value: [names] })", browsers);
        await page.Go("/kiosk");
        Assert.Equal(title, await page.Shown("h1"));
        Assert.Equal(language, (await page.Value("document.documentElement.lang")).GetString());

        await page.Touch(".language[lang=es]");
        Assert.Equal("Encuentre su próximo libro.", await page.Shown("h1"));
    }
}

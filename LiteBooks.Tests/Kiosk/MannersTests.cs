using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Kiosk;

/// <summary>What a screen in public does not do.</summary>
[Collection(KioskGround.Name), Trait("Category", Browser.Category)]
public sealed class MannersTests(KioskShop shop, Browser browser)
{
    private static readonly string[] Screens = ["/kiosk", "/kiosk/books", "/kiosk/isbn/9780306406157"];

    [SkippableFact]
    public async Task No_link_leads_out()
    {
        await using var page = await browser.Open(shop.Address, "/kiosk");
        foreach (var screen in Screens.Append($"/kiosk/book/{shop.Reviewed}"))
        {
            await page.Go(screen);
            await page.Sees("main a");
            Assert.True((await page.Value("[...document.querySelectorAll('a')].every(a => a.origin === location.origin && a.pathname.startsWith('/kiosk') && !a.target)")).GetBoolean());
            Assert.Equal(0, await page.Count("form[action], iframe, object, embed"));
        }
    }

    [SkippableTheory]
    [InlineData("contextmenu")]
    [InlineData("dragstart")]
    [InlineData("selectstart")]
    [InlineData("auxclick")]
    public async Task The_browser_offers_nothing_of_its_own(string what)
    {
        await using var page = await browser.Open(shop.Address, "/kiosk/books");
        await page.Sees(".card");
        Assert.True((await page.Value($"!document.querySelector('.card').dispatchEvent(new MouseEvent('{what}', {{ bubbles: true, cancelable: true }}))")).GetBoolean());
        Assert.Equal("none", (await page.Value("getComputedStyle(document.querySelector('.card-title')).userSelect")).GetString());
    }

    [SkippableTheory]
    [InlineData("p", true, true)]
    [InlineData("s", true, true)]
    [InlineData("u", true, true)]
    [InlineData("f", true, true)]
    [InlineData("F3", false, true)]
    [InlineData("F12", false, true)]
    [InlineData("F5", false, false)]
    [InlineData("a", true, false)]
    [InlineData("+", true, false)]
    [InlineData("Tab", false, false)]
    public async Task Keys_do_what_a_visitor_needs_and_nothing_of_the_browsers(string key, bool ctrl, bool isStopped)
    {
        await using var page = await browser.Open(shop.Address, "/kiosk/books");
        await page.Touch("#search");
        Assert.Equal(isStopped, (await page.Value($"!document.querySelector('#search').dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', ctrlKey: {(ctrl ? "true" : "false")}, bubbles: true, cancelable: true }}))")).GetBoolean());
    }

    [SkippableFact]
    public async Task Nothing_but_reading_is_asked_of_the_server()
    {
        await using var page = await browser.Open(shop.Address, "/kiosk");
        var methods = new List<string>();
        page.Tab.Request += (_, e) => methods.Add(e.Request.Method.Method);
        await page.Go("/kiosk/books");
        await page.Touch("#search");
        await page.Type("the");
        await page.Touch(".facet-genre .choice");
        await page.Touch(".card");
        await page.Sees(".take-along");
        await page.Touch(".head-home");
        await page.Sees(".attract");
        Assert.True(methods.Count > 10);
        Assert.All(methods, method => Assert.Contains(method, (string[])["GET", "HEAD"]));
        page.ShouldBeQuiet();
    }
}

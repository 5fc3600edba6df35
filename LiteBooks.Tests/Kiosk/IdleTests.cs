using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Kiosk;

/// <summary>Somebody leaves, and nothing of the visit stays.</summary>
[Collection(KioskGround.Name), Trait("Category", Browser.Category)]
public sealed class IdleTests(KioskShop shop, Browser browser)
{
    [SkippableFact]
    public async Task It_asks_counts_down_and_forgets_everything()
    {
        await using var page = await Arrive();
        await page.Touch(".language[lang=de]");
        await page.Touch("#search");
        await page.Type("left hand");
        await page.Touch(".card");
        await page.Sees(".book-title");
        await page.Leave();
        await page.Sees("dialog.idle");
        Assert.Equal("Sind Sie noch da?", await page.Shown(".idle h2"));
        var first = int.Parse(await page.Shown(".idle-number"));
        await page.Until($"parseInt(document.querySelector('.idle-number')?.innerText ?? '0') < {first}");

        await page.Sees(".attract");
        Assert.Equal("/kiosk", await page.Place());
        Assert.Equal("Find your next book.", await page.Shown("h1"));
        Assert.Equal("", (await page.Value("document.querySelector('#search').value")).GetString());
        // The book itself may stand on the shelf; the screens of the visit are gone.
        Assert.Equal(1, await page.Count(".stage > *"));
        await page.Value("history.forward()");
        await Task.Delay(300);
        Assert.Equal("/kiosk", await page.Place());
        await page.Value("history.back()");
        await Task.Delay(300);
        Assert.Equal("/kiosk", await page.Place());
        Assert.Equal("0 0", (await page.Value("`${localStorage.length} ${sessionStorage.length}`")).GetString());
    }

    [SkippableFact]
    public async Task Whoever_says_so_may_stay()
    {
        await using var page = await Arrive();
        await page.Go($"/kiosk/book/{shop.Reviewed}");
        await page.Leave();
        await page.Sees("dialog.idle");
        await page.Touch(".idle .button-strong");
        await page.Until("!document.querySelector('dialog.idle')");
        Assert.Equal($"/kiosk/book/{shop.Reviewed}", await page.Place());
    }

    [SkippableFact]
    public async Task The_screen_that_waits_asks_nobody()
    {
        await using var page = await Arrive();
        await page.Leave();
        await page.Touch(".head-home");
        await page.Sees(".attract");
        await Task.Delay(4000);
        Assert.Equal(0, await page.Count("dialog.idle"));
    }

    private async Task<BrowserPage> Arrive()
    {
        var page = await browser.Open(shop.Address, "/kiosk");
        await page.Go("/kiosk/books");
        await page.Sees(".card");
        return page;
    }
}

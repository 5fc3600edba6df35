using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Kiosk;

/// <summary>A book's page.</summary>
[Collection(KioskGround.Name), Trait("Category", Browser.Category)]
public sealed class BookPageTests(KioskShop shop, Browser browser)
{
    [SkippableFact]
    public async Task It_shows_all_there_is_to_know()
    {
        await using var page = await browser.Open(shop.Address, $"/kiosk/book/{shop.Reviewed}");
        Assert.Equal("The Left Hand of Darkness", await page.Shown(".book-title"));
        Assert.Contains("Ursula K. Le Guin", await page.Shown(".book-author"), StringComparison.Ordinal);
        Assert.Equal("€18.99", await page.Shown(".book-price"));
        Assert.Equal("Available now", await page.Shown(".status"));
        Assert.Contains("planet Winter", await page.Shown(".book-about"), StringComparison.Ordinal);
        Assert.Contains("1969", await page.Shown(".book-facts"), StringComparison.Ordinal);
        Assert.Equal(2, await page.Count(".tag"));
        await page.Sees(".book-cover .cover-art");
        Assert.Equal(200, (await page.Value("document.querySelector('.qr').complete && document.querySelector('.qr').naturalWidth > 0 ? 200 : 0")).GetInt32());
        page.ShouldBeQuiet();
    }

    [SkippableFact]
    public async Task It_shows_approved_reviews_and_their_average()
    {
        await using var page = await browser.Open(shop.Address, $"/kiosk/book/{shop.Reviewed}");
        Assert.Equal("4.5", await page.Shown(".reviews-number"));
        Assert.Contains("2 readers", await page.Shown(".book-rating"), StringComparison.Ordinal);
        Assert.Equal(2, await page.Count(".review"));
        Assert.DoesNotContain("this", await page.Shown(".reviews"), StringComparison.OrdinalIgnoreCase);
    }

    [SkippableFact]
    public async Task It_leads_to_more_by_its_author_and_to_similar_books()
    {
        await using var page = await browser.Open(shop.Address, $"/kiosk/book/{shop.Reviewed}");
        await page.Sees(".row-books");
        var titles = (await page.Value("[...document.querySelectorAll('.row')].map(r => r.innerText).join('|')")).GetString()!;
        Assert.Contains("More by Ursula K. Le Guin", titles, StringComparison.Ordinal);
        Assert.Contains("The Dispossessed", titles, StringComparison.Ordinal);

        var seeded = (await shop.Api.List("genre=fantasy&per_page=1")).Ids().First();
        await page.Go($"/kiosk/book/{seeded}");
        await page.Until("[...document.querySelectorAll('.row h2')].some(h => h.textContent === 'Similar books')");
        Assert.True((await page.Value("[...document.querySelectorAll('.row')].at(-1).querySelectorAll('.card').length")).GetInt32() >= 6);
    }

    [SkippableFact]
    public async Task What_a_title_holds_is_text_whatever_it_looks_like()
    {
        var id = (await shop.Api.List("search=onerror")).Ids().Single();
        await using var page = await browser.Open(shop.Address, $"/kiosk/book/{id}");
        Assert.Equal(KioskShop.Markup, await page.Shown(".book-title"));
        Assert.Equal(0, await page.Count(".book-title img, .card-title b"));
        Assert.DoesNotContain("taken", (await page.Value("document.title")).GetString()![..5], StringComparison.Ordinal);
        page.ShouldBeQuiet();
    }

    [SkippableFact]
    public async Task A_title_that_is_written_from_the_right_stands_at_the_right()
    {
        var id = (await shop.Api.List("search=" + Api.Escape(KioskShop.Arabic))).Ids().Single();
        await using var page = await browser.Open(shop.Address, $"/kiosk/book/{id}");
        Assert.Equal(KioskShop.Arabic, await page.Shown(".book-title"));
        Assert.Equal("rtl", (await page.Value("getComputedStyle(document.querySelector('.book-title')).direction")).GetString());
        Assert.Equal("rtl", (await page.Value("getComputedStyle(document.querySelector('.book-cover .cover-title')).direction")).GetString());
    }

    [SkippableFact]
    public async Task A_book_that_is_gone_is_said_to_be()
    {
        await using var page = await browser.Open(shop.Address, "/kiosk/book/999999");
        Assert.Contains("no longer", await page.Shown(".notice"), StringComparison.Ordinal);
    }
}

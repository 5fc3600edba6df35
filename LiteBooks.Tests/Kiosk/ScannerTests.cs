using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Kiosk;

/// <summary>A bar-code scanner acts as a keyboard: fast, and with Enter at the end.</summary>
[Collection(KioskGround.Name), Trait("Category", Browser.Category)]
public sealed class ScannerTests(KioskShop shop, Browser browser)
{
    [SkippableTheory]
    [InlineData("/kiosk")]
    [InlineData("/kiosk/books?q=the")]
    [InlineData("/kiosk/book/1")]
    [InlineData("/kiosk/isbn/9780306406157")]
    public async Task A_number_opens_its_book_from_anywhere(string from)
    {
        await using var page = await browser.Open(shop.Address, from);
        await page.Scan(shop.ReviewedIsbn);
        await page.IsAt($"/kiosk/book/{shop.Reviewed}");
        Assert.Equal("The Left Hand of Darkness", await page.Shown("h1"));
        page.ShouldBeQuiet();
    }

    [SkippableFact]
    public async Task What_a_scan_types_into_the_search_is_taken_out_again()
    {
        await using var page = await browser.Open(shop.Address, "/kiosk/books");
        await page.Touch("#search");
        await page.Type("dark");
        await Task.Delay(300);
        await page.Scan(shop.ReviewedIsbn);
        await page.IsAt($"/kiosk/book/{shop.Reviewed}");
        await page.Touch(".head-back");
        await page.IsAt("/kiosk/books?q=dark");
        Assert.Equal("dark", (await page.Value("document.querySelector('#search').value")).GetString());
    }

    [SkippableTheory]
    [InlineData("0306406152", "We do not hold this book.")]
    [InlineData("9780306406157", "We do not hold this book.")]
    [InlineData("4006381333931", "That is not a book’s number.")]
    [InlineData("9780306406158", "That is not a book’s number.")]
    public async Task A_number_that_leads_to_no_book_is_answered(string number, string answer)
    {
        await using var page = await browser.Open(shop.Address, "/kiosk");
        await page.Scan(number);
        await page.Sees(".not-held");
        Assert.Equal(answer, await page.Shown(".not-held h1"));
        Assert.Contains(number, (await page.Shown(".not-held-number")).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}

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

    [SkippableFact]
    public async Task A_slow_scanner_types_like_a_person_and_is_understood()
    {
        await using var page = await browser.Open(shop.Address, "/kiosk/books?q=dark");
        await page.Touch("#search");
        await page.Tab.Keyboard.PressAsync("End");
        await page.Type(shop.ReviewedIsbn, 130);
        await page.Tab.Keyboard.PressAsync("Enter");
        await page.IsAt($"/kiosk/book/{shop.Reviewed}");
        await page.Touch(".head-back");
        await page.IsAt("/kiosk/books?q=dark");
        Assert.Equal("dark", (await page.Value("document.querySelector('#search').value")).GetString());
    }

    [SkippableTheory]
    [InlineData("#sort")]
    [InlineData(".facet-genre .choice")]
    [InlineData(".card")]
    [InlineData(".language[lang=de]")]
    public async Task It_matters_not_what_has_the_focus(string selector)
    {
        await using var page = await browser.Open(shop.Address, "/kiosk/books");
        await page.Sees(selector);
        await page.Value($"document.querySelector('{selector}').focus()");
        await page.Scan(shop.ReviewedIsbn);
        await page.IsAt($"/kiosk/book/{shop.Reviewed}");
    }

    [SkippableFact]
    public async Task A_scan_closes_what_lies_over_the_screen()
    {
        await using var page = await browser.Open(shop.Address, "/kiosk/books", 360, 780);
        await page.Touch(".filter-button");
        await page.Sees(".sheet .choice");
        await page.Scan(shop.ReviewedIsbn);
        await page.IsAt($"/kiosk/book/{shop.Reviewed}");
        Assert.Equal(0, await page.Count("dialog[open]"));

        await page.Leave();
        await page.Sees("dialog.idle");
        await page.Scan("9780306406157");
        await page.Sees(".not-held");
        Assert.Equal(0, await page.Count("dialog[open]"));
    }

    [SkippableFact]
    public async Task Every_way_to_write_a_number_is_one_number()
    {
        await using var page = await browser.Open(shop.Address, "/kiosk");
        var isbn = shop.ReviewedIsbn;
        foreach (var written in new[] { Ten(isbn), $"{isbn[..3]}-{isbn[3]}-{isbn[4..12]}-{isbn[12]}", $"]E0{isbn}", $"{isbn}52499", $"ISBN {isbn}" })
        {
            await page.Go("/kiosk/books");
            await page.Scan(written);
            await page.IsAt($"/kiosk/book/{shop.Reviewed}");
        }
    }

    [SkippableFact]
    public async Task A_code_without_a_number_is_not_read_out()
    {
        await using var page = await browser.Open(shop.Address, "/kiosk");
        await page.Scan("https://example.org/?x=1");
        Assert.Equal("That is not a book’s number.", await page.Shown(".not-held h1"));
        Assert.Equal(0, await page.Count(".not-held-number"));
    }

    private static string Ten(string isbn)
    {
        var digits = isbn[3..12];
        var check = (11 - (digits.Select((digit, place) => (10 - place) * (digit - '0')).Sum() % 11)) % 11;
        return digits + (check == 10 ? "X" : check.ToString());
    }

    [SkippableTheory]
    [InlineData("40123455", "That is not a book’s number.")]
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

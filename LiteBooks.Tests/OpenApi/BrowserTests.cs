using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.OpenApi;

/// <summary>The two pages that show the document, as a person sees them.</summary>
[Trait("Category", Browser.Category)]
public sealed class BrowserTests(BrowserTests.Shop app, Browser browser) : IClassFixture<BrowserTests.Shop>, IClassFixture<Browser>
{
    /// <summary>With the sample books, so that there is something to show.</summary>
    public sealed class Shop : AppFixture
    {
        protected override IEnumerable<(string Name, string Value)> Settings => [("RateLimit:PerMinute", "0")];
    }

    [SkippableFact]
    public async Task Swagger_UI_reads_well_and_keeps_to_the_machine()
    {
        await using var page = await browser.Open(app.Address, "/docs");
        Assert.Contains("LiteBooks", await page.Text(".info .title"), StringComparison.Ordinal);
        await page.Tab.WaitForSelectorAsync("#operations-books-ListBooks");
        page.ShouldBeQuiet();
    }
}

using System.Globalization;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.OpenApi;

/// <summary>The pages that show the API, as a person sees them.</summary>
[Trait("Category", Browser.Category)]
public sealed class BrowserTests(BrowserTests.Shop app, Browser browser) : IClassFixture<BrowserTests.Shop>, IClassFixture<Browser>
{
    /// <summary>With the sample books, so that there is something to show.</summary>
    public sealed class Shop : AppFixture
    {
        protected override IEnumerable<(string Name, string Value)> Settings => [("RateLimit:PerMinute", "0")];
    }

    [SkippableFact]
    public async Task Swagger_UI_shows_every_operation_under_its_topic()
    {
        await using var page = await browser.Open(app.Address, "/docs");
        Assert.Contains("LiteBooks", await page.Text(".info .title"), StringComparison.Ordinal);
        await page.Until("document.querySelectorAll('.opblock').length > 50");
        var operations = (await app.Api.Get("/openapi.json")).Json.GetProperty("paths").EnumerateObject()
            .Sum(path => path.Value.EnumerateObject().Count(operation => operation.Value.TryGetProperty("operationId", out _)));
        Assert.Equal(operations, (await page.Value("document.querySelectorAll('.opblock').length")).GetInt32());
        Assert.Equal("books, authors, reviews, users, orders, reports, admin, auth, health", (await page.Value("[...document.querySelectorAll('.opblock-tag')].map(tag => tag.dataset.tag).join(', ')")).GetString());
        page.ShouldBeQuiet();
    }

    [SkippableFact]
    public async Task Swagger_UI_tries_an_operation_out()
    {
        await using var page = await browser.Open(app.Address, "/docs");
        await Press(page, "#operations-books-ListBooks .opblock-summary-control");
        await Press(page, "#operations-books-ListBooks .execute");
        Assert.Equal("200", (await page.Text("#operations-books-ListBooks .live-responses-table tbody .response-col_status")).Trim());
        Assert.Contains("\"title\": \"Dune\"", await page.Text("#operations-books-ListBooks .live-responses-table .microlight"), StringComparison.Ordinal);
        page.ShouldBeQuiet();
    }

    [SkippableFact]
    public async Task ReDoc_shows_every_topic()
    {
        await using var page = await browser.Open(app.Address, "/redoc");
        Assert.Contains("LiteBooks", await page.Text("h1"), StringComparison.Ordinal);
        foreach (var topic in new[] { "books", "authors", "reviews", "users", "orders", "reports", "admin", "auth", "health" })
            await page.Tab.WaitForSelectorAsync($"[data-item-id='tag/{topic}']");
        page.ShouldBeQuiet();
    }

    [SkippableTheory]
    [InlineData("/problems", "Problems")]
    [InlineData("/problems/validation-failed", "Validation failed")]
    public async Task A_problem_is_explained_to_people(string path, string title)
    {
        await using var page = await browser.Open(app.Address, path);
        Assert.Equal(title, await page.Text("h1"));
        // The style sheet has come.
        Assert.True(double.Parse((await page.Value("getComputedStyle(document.querySelector('main')).maxWidth.replace('px', '')")).GetString()!, CultureInfo.InvariantCulture) > 500);
        page.ShouldBeQuiet();
    }

    private static async Task Press(BrowserPage page, string selector)
    {
        await page.Tab.WaitForSelectorAsync(selector);
        await page.Tab.EvaluateFunctionAsync("selector => document.querySelector(selector).click()", selector);
    }
}

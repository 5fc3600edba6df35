using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.OpenApi;

/// <summary>That a page which misbehaves is noticed; else no test of a page could fail.</summary>
[Trait("Category", Browser.Category)]
public sealed class BrowserPageTests(AppFixture app, Browser browser) : IClassFixture<AppFixture>, IClassFixture<Browser>
{
    [SkippableTheory]
    [InlineData("console.error('broken')", "broken")]
    [InlineData("setTimeout(() => { throw new Error('thrown'); })", "thrown")]
    [InlineData("fetch('/docs/nothing.js')", "404")]
    [InlineData("document.body.setAttribute('onclick', 'null')", "Content Security Policy")]
    public async Task An_error_is_noticed(string script, string message)
    {
        await using var page = await browser.Open(app.Address, "/docs");
        Assert.Empty(page.Errors);
        await page.Tab.EvaluateExpressionAsync($"void ({script})");
        await Eventually.Is(() => page.Errors.Any(error => error.Contains(message, StringComparison.Ordinal)));
    }

    [SkippableFact]
    public async Task A_request_to_another_host_is_noticed()
    {
        await using var page = await browser.Open(app.Address, "/docs");
        await page.Tab.EvaluateExpressionAsync("void (location.href = 'http://127.0.0.2:9/elsewhere')");
        await Eventually.Is(() => page.ForeignRequests.Any(url => url.EndsWith("/elsewhere", StringComparison.Ordinal)));
    }
}

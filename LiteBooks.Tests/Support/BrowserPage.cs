using System.Collections.Concurrent;
using System.Text.Json;
using PuppeteerSharp;

namespace LiteBooks.Tests.Support;

/// <summary>A page in a browser, and all that it did which a page of ours may not do.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    // Longer than any page takes, so that only a page that hangs meets it.
    private const int PatienceMilliseconds = 90_000;

    private readonly IBrowserContext _context;
    private readonly Uri _server;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<string> _foreignRequests = new();

    public BrowserPage(IBrowserContext context, IPage tab, Uri server)
    {
        (_context, Tab, _server) = (context, tab, server);
        Tab.DefaultTimeout = PatienceMilliseconds;
        Tab.Console += (_, e) => TakeMessage(e.Message);
        Tab.PageError += (_, e) => _errors.Enqueue(e.Message);
        Tab.Request += (_, e) => TakeRequest(new Uri(e.Request.Url));
        Tab.RequestFailed += (_, e) => TakeFailure(e.Request);
    }

    /// <summary>The tab itself, to click and type in.</summary>
    public IPage Tab { get; }

    /// <summary>Errors and warnings of the console, exceptions that no script caught, and requests that failed.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>What was asked of any host but the page's own.</summary>
    public IReadOnlyCollection<string> ForeignRequests => _foreignRequests;

    public async Task Go(string path) =>
        await Tab.GoToAsync(new Uri(_server, path).ToString(), new NavigationOptions { WaitUntil = [WaitUntilNavigation.Networkidle0] });

    /// <summary>The text of the first element that a CSS selector finds, once there is one.</summary>
    public async Task<string> Text(string selector)
    {
        await Tab.WaitForSelectorAsync(selector);
        return await Tab.EvaluateFunctionAsync<string>("selector => document.querySelector(selector).innerText", selector);
    }

    /// <summary>What an expression of JavaScript gives.</summary>
    public Task<JsonElement> Value(string expression) => Tab.EvaluateExpressionAsync<JsonElement>(expression);

    /// <summary>Waits until an expression of JavaScript is true.</summary>
    public Task Until(string expression) => Tab.WaitForExpressionAsync(expression);

    /// <summary>Fails where the page said anything amiss or asked anything of another host.</summary>
    public void ShouldBeQuiet()
    {
        Assert.Empty(Errors);
        Assert.Empty(ForeignRequests);
    }

    private void TakeMessage(ConsoleMessage message)
    {
        if (message.Type is ConsoleType.Error or ConsoleType.Warning or ConsoleType.Assert)
            _errors.Enqueue($"{message.Type}: {message.Text} ({message.Location?.URL})");
    }

    // What the page itself has given up, because it wants something else by now, did not fail.
    private void TakeFailure(IRequest request)
    {
        if (request.FailureText != "net::ERR_ABORTED")
            _errors.Enqueue($"{request.Url}: {request.FailureText}");
    }

    private void TakeRequest(Uri url)
    {
        // Only these leave the page.
        if (url.Scheme is not ("data" or "blob" or "about") && url.Authority != _server.Authority)
            _foreignRequests.Enqueue(url.ToString());
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}

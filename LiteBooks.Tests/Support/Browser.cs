using PuppeteerSharp;

namespace LiteBooks.Tests.Support;

/// <summary>
/// A headless Chromium for a test class (<c>IClassFixture&lt;Browser&gt;</c>), started by the first page that is asked for.
/// It is the machine's own, none is downloaded: the one that the environment variable LITEBOOKS_CHROMIUM names, else one
/// where systems put it. Without any, tests are skipped, and so are <c>[SkippableFact]</c>s of the category <see cref="Category"/>.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>Tests with a browser (<c>[Trait("Category", Browser.Category)]</c>).</summary>
    public const string Category = "Browser";

    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    // No sandbox, because that needs a user other than root; the others keep Chromium from calling its makers.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly SemaphoreSlim _start = new(1, 1);
    private readonly TempFolder _profile = new();
    private IBrowser? _browser;

    /// <summary>The program, if the machine has one.</summary>
    public static string? Program { get; } =
        Environment.GetEnvironmentVariable("LITEBOOKS_CHROMIUM") is { Length: > 0 } named ? named : UsualPlaces.FirstOrDefault(File.Exists);

    /// <summary>Opens a page of a server, and waits until it has loaded and is at rest.</summary>
    /// <exception cref="SkipException">There is no Chromium on this machine.</exception>
    internal async Task<BrowserPage> Open(Uri server, string path, int width = 1280, int height = 900)
    {
        var browser = await Started();
        // A context of its own: no test finds another's storage or cache.
        var context = await browser.CreateBrowserContextAsync();
        var page = new BrowserPage(context, await context.NewPageAsync(), server);
        await page.Tab.SetViewportAsync(new ViewPortOptions { Width = width, Height = height });
        await page.Go(path);
        return page;
    }

    private async Task<IBrowser> Started()
    {
        Skip.If(Program is null, "There is no Chromium here (apt-get install chromium, or name one in LITEBOOKS_CHROMIUM).");
        await _start.WaitAsync();
        try
        {
            return _browser ??= await Puppeteer.LaunchAsync(new LaunchOptions
            {
                ExecutablePath = Program,
                Headless = true,
                Args = Flags,
                UserDataDir = _profile.Path,
            });
        }
        finally
        {
            _start.Release();
        }
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _start.Dispose();
        _profile.Dispose();
    }
}

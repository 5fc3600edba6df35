using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Kiosk;

/// <summary>Pictures of the main screens, for people to look at: laid into the folder that LITEBOOKS_SCREENSHOTS names.</summary>
[Collection(KioskGround.Name), Trait("Category", Browser.Category)]
public sealed class ScreenshotTests(KioskShop shop, Browser browser)
{
    private static string Folder => Environment.GetEnvironmentVariable("LITEBOOKS_SCREENSHOTS") is { Length: > 0 } named ? named : Path.Combine(AppContext.BaseDirectory, "screenshots");

    [SkippableTheory]
    [InlineData("phone", 360, 740, "light")]
    [InlineData("portrait", 1080, 1920, "light")]
    [InlineData("landscape", 1920, 1080, "light")]
    [InlineData("landscape-dark", 1920, 1080, "dark")]
    [InlineData("large-dark", 3840, 2160, "dark")]
    public async Task Each_screen_has_its_picture(string name, int width, int height, string scheme)
    {
        Directory.CreateDirectory(Folder);
        await using var page = await browser.Open(shop.Address, "/kiosk", width, height);
        await page.Prefers(scheme);
        foreach (var (screen, path, sign) in new[] { ("attract", "/kiosk", ".standing"), ("search", "/kiosk/books?q=the", ".card"), ("book", $"/kiosk/book/{shop.Reviewed}", ".review") })
        {
            await page.Go(path);
            await page.Sees(sign);
            await page.Value("document.fonts.ready.then(() => true)");
            var file = Path.Combine(Folder, $"{screen}-{name}.png");
            await page.Tab.ScreenshotAsync(file);
            Assert.True(new FileInfo(file).Length > 10_000);
        }
    }
}

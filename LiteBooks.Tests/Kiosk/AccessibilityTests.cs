using System.Text.Json;
using Deque.AxeCore.Commons;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Kiosk;

/// <summary>The kiosk is for everybody (WCAG 2.2, level AA).</summary>
[Collection(KioskGround.Name), Trait("Category", Browser.Category)]
public sealed class AccessibilityTests(KioskShop shop, Browser browser)
{
    private const string Judge =
        """
        async () => {
          const { violations } = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(" | ")}`).join("\n");
        }
        """;

    // As a finger needs it (44 by 44), or a link within a text (WCAG 2.5.8 leaves those out).
    private const string TooSmall =
        """
        [...document.querySelectorAll("a, button, input, select")].filter((element) => element.checkVisibility() && !element.closest(".unseen, .book-author") && !element.matches(".skip"))
          .map((element) => [element, element.getBoundingClientRect()]).filter(([, box]) => box.width > 0 && (box.width < 43.9 || box.height < 43.9))
          .map(([element, box]) => `${element.outerHTML.slice(0, 120)} ${box.width}x${box.height}`).join("\n")
        """;

    [SkippableTheory]
    [InlineData("light", 1280, 900)]
    [InlineData("dark", 1280, 900)]
    [InlineData("light", 360, 740)]
    [InlineData("dark", 360, 740)]
    public async Task No_screen_breaks_a_rule(string scheme, int width, int height)
    {
        await using var page = await browser.Open(shop.Address, "/kiosk", width, height);
        await page.Prefers(scheme);
        foreach (var (path, sign) in Screens())
        {
            await page.Go(path);
            await page.Sees(sign);
            await Judged(page, $"{path} in {scheme}, {width} wide");
            Assert.Equal("", (await page.Value(TooSmall)).GetString());
            Assert.True((await page.Value("document.documentElement.scrollWidth <= innerWidth")).GetBoolean(), $"{path} is wider than the screen");
        }
    }

    [SkippableFact]
    public async Task Neither_do_the_dialogs()
    {
        await using var page = await browser.Open(shop.Address, "/kiosk/books", 360, 740);
        await page.Prefers();
        await page.Touch(".filter-button");
        await page.Sees(".sheet .choice");
        await Judged(page, "filters");
        await page.Tab.Keyboard.PressAsync("Escape");
        await page.Leave();
        await page.Sees("dialog.idle");
        await Judged(page, "still there?");
    }

    [SkippableFact]
    public async Task All_of_it_can_be_done_by_keyboard_alone()
    {
        await using var page = await browser.Open(shop.Address, "/kiosk");
        await page.Prefers();
        await page.Sees(".standing");
        await TabTo(page, ".invitation");
        await page.Tab.Keyboard.PressAsync("Enter");
        await page.Until("document.activeElement.id === 'search'");
        await page.Type("left hand");
        // Until then the filters are those of fewer letters, and one of them may leave no book.
        await page.Until("document.querySelector('.browse-count').innerText === '1 book'");
        await TabTo(page, ".facet-genre .choice");
        await page.Tab.Keyboard.PressAsync("Space");
        await page.Until("document.querySelector('.chip')");
        await TabTo(page, ".card");
        await page.Tab.Keyboard.PressAsync("Enter");
        await page.Sees(".book-title");
        Assert.True((await page.Value("document.activeElement.matches('main.book')")).GetBoolean());
        await page.Tab.Keyboard.DownAsync("Shift");
        await TabTo(page, ".head-back");
        await page.Tab.Keyboard.UpAsync("Shift");
        await page.Tab.Keyboard.PressAsync("Enter");
        await page.IsAt("/kiosk/books?q=left+hand");
        await page.Until("document.activeElement.matches('.card')");
    }

    [SkippableFact]
    public async Task What_changes_is_said_to_those_who_do_not_see_it()
    {
        await using var page = await browser.Open(shop.Address, "/kiosk/books?q=left+hand");
        await page.Until("document.querySelector('.browse-count[role=status]').innerText === '1 book'");
        Assert.Equal(1, await page.Count("main"));
        Assert.Equal(1, await page.Count("[role=search]"));
        Assert.Equal("true", (await page.Value("document.querySelector('.card .cover').getAttribute('aria-hidden')")).GetString());
    }

    private IEnumerable<(string Path, string Sign)> Screens() =>
    [
        ("/kiosk", ".standing"), ("/kiosk/books?q=the", ".card"), ($"/kiosk/books?q={Uri.EscapeDataString(KioskShop.LongTitle[..40])}", ".card"), ("/kiosk/books?q=nobody+wrote+this", ".nothing"),
        ($"/kiosk/book/{shop.Reviewed}", ".review"), ("/kiosk/book/999999", ".notice"), ("/kiosk/isbn/9780306406157", ".not-held"),
    ];

    private static async Task TabTo(BrowserPage page, string selector)
    {
        for (var i = 0; i < 80; i++)
        {
            await page.Tab.Keyboard.PressAsync("Tab");
            if ((await page.Value($"document.activeElement.matches('{selector}')")).GetBoolean())
                return;
        }
        Assert.Fail($"The keyboard does not come to {selector}.");
    }

    private static async Task Judged(BrowserPage page, string what)
    {
        await page.Tab.EvaluateExpressionAsync<JsonElement>(new BundledAxeScriptProvider().GetScript() + "; true");
        var faults = await page.Tab.EvaluateFunctionAsync<string>(Judge);
        Assert.True(faults == "", $"{what}:\n{faults}");
    }
}

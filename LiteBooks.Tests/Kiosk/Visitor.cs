using LiteBooks.Tests.Support;
using PuppeteerSharp;
using PuppeteerSharp.Input;

namespace LiteBooks.Tests.Kiosk;

/// <summary>What somebody before the screen does.</summary>
internal static class Visitor
{
    /// <summary>Types as a person does, with the given pause between two letters, in milliseconds.</summary>
    public static Task Type(this BrowserPage page, string text, int pause = 110) => page.Tab.Keyboard.TypeAsync(text, new TypeOptions { Delay = pause });

    /// <summary>Types as a scanner does. All at once, because a machine under load would make a slow scanner of it.</summary>
    public static async Task Scan(this BrowserPage page, string text) => await page.Tab.EvaluateFunctionAsync(
        """
        text => {
          for (const key of [...text, "Enter"]) {
            const target = document.activeElement ?? document.body;
            if (!target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }))) continue;
            if (target instanceof HTMLInputElement && key !== "Enter") {
              target.value += key;
              target.dispatchEvent(new Event("input", { bubbles: true }));
            }
          }
        }
        """,
        text);

    /// <summary>Goes away after a last sign. What the page waits for from then on comes sooner: the minute until it asks in three seconds, each second of its countdown in a quarter of one.</summary>
    public static async Task Leave(this BrowserPage page) => await page.Tab.EvaluateExpressionAsync(
        """
        {
          const wait = window.setTimeout;
          window.setTimeout = (call, time, ...more) => wait(call, time >= 10_000 ? time / 20 : time >= 1000 ? time / 4 : time, ...more);
          dispatchEvent(new Event("wheel"));
        }
        """);

    // Screens that one can go back to are there, and hidden.
    public static Task Sees(this BrowserPage page, string selector) => page.Until($"{First(selector)} !== undefined");

    /// <summary>Touches what a selector finds, once it is there.</summary>
    public static async Task Touch(this BrowserPage page, string selector)
    {
        await page.Sees(selector);
        var place = await page.Value($"(element => {{ element.scrollIntoView({{ block: 'center' }}); const box = element.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; }})({First(selector)})");
        await page.Tab.Mouse.ClickAsync(place[0].GetDecimal(), place[1].GetDecimal());
    }

    /// <summary>The text of the one element that is shown.</summary>
    public static async Task<string> Shown(this BrowserPage page, string selector)
    {
        await page.Sees(selector);
        return (await page.Value(First(selector) + ".innerText")).GetString()!;
    }

    public static async Task<string> Place(this BrowserPage page) => (await page.Value("location.pathname + location.search")).GetString()!;

    public static async Task<int> Count(this BrowserPage page, string selector) => (await page.Value($"document.querySelectorAll({Quoted(selector)}).length")).GetInt32();

    public static Task IsAt(this BrowserPage page, string start) => page.Until($"(location.pathname + location.search).startsWith({Quoted(start)})");

    /// <summary>Looks with the eyes of somebody who wants it dark or still.</summary>
    public static Task Prefers(this BrowserPage page, string scheme = "light", bool still = true) => page.Tab.EmulateMediaFeaturesAsync([
        new MediaFeatureValue { MediaFeature = MediaFeature.PrefersColorScheme, Value = scheme },
        new MediaFeatureValue { MediaFeature = MediaFeature.PrefersReducedMotion, Value = still ? "reduce" : "no-preference" },
    ]);

    private static string First(string selector) => $"[...document.querySelectorAll({Quoted(selector)})].find(element => element.checkVisibility())";

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}

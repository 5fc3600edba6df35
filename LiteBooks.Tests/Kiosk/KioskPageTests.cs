using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Kiosk;

/// <summary>The page and its files, as any client gets them.</summary>
public sealed partial class KioskPageTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const string Html = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private const int LargestFirstLoad = 150_000;

    [Theory]
    [InlineData("/")]
    [InlineData("/kiosk")]
    [InlineData("/kiosk/")]
    [InlineData("/kiosk/books?q=dune")]
    [InlineData("/kiosk/book/1")]
    [InlineData("/kiosk/isbn/9780441013593")]
    public async Task A_browser_gets_the_page(string path)
    {
        var answer = (await app.Api.Get(path, ("Accept", Html))).ShouldBe(200);
        Assert.Equal("text/html; charset=utf-8", answer.Header("Content-Type"));
        Assert.Equal("no-cache", answer.Header("Cache-Control"));
        (await app.Api.Get(path, ("Accept", Html), ("If-None-Match", answer.ETag))).ShouldBe(304);
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData("application/json")]
    [InlineData("text/html;q=0.5, application/json")]
    public async Task Others_get_at_the_root_what_they_ever_got(string accept)
    {
        var answer = (await app.Api.Get("/", ("Accept", accept))).ShouldBe(200);
        Assert.Equal("LiteBooks", answer.Json.GetProperty("name").GetString());
        Assert.Contains("Accept", answer.Header("Vary"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/kiosk/nowhere")]
    [InlineData("/kiosk/book/0")]
    [InlineData("/kiosk/book/dune")]
    [InlineData("/kiosk/v-000000000000/script/kiosk.js")]
    [InlineData("/kiosk/qr/0.svg")]
    public async Task What_is_not_there_is_not_found(string path) => (await app.Api.Get(path)).ShouldBeProblem(404, "not_found");

    [Fact]
    public async Task Every_file_that_the_page_names_is_there_and_never_changes()
    {
        var files = await FilesOfPage();
        Assert.Contains(files, file => file.EndsWith("/script/kiosk.js", StringComparison.Ordinal));
        Assert.Contains(files, file => file.EndsWith(".woff2", StringComparison.Ordinal));
        foreach (var file in files)
            Assert.Equal("public, max-age=31536000, immutable", (await app.Api.Get(file)).ShouldBe(200).Header("Cache-Control"));
    }

    [Fact]
    public async Task All_scripts_come_as_one_module_and_each_but_once()
    {
        var script = (await app.Api.Get((await FilesOfPage()).Single(file => file.EndsWith(".js", StringComparison.Ordinal)))).ShouldBe(200).Text;
        Assert.DoesNotMatch("(?m)^(import|export) ", script);
        Assert.Equal(["House", "Results", "Router", "Server"], Named(script).Where(name => name is "House" or "Router" or "Results" or "Server").Order());
        Assert.Equal(Named(script).Distinct(), Named(script));
        Assert.EndsWith("new House().open();\n\n", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_styles_are_in_the_page_which_allows_itself_no_others()
    {
        var answer = await app.Api.Get("/kiosk");
        var style = Regex.Match(answer.Text, "(?s)<style>(.*)</style>").Groups[1].Value;
        foreach (var screen in new[] { ".attract", ".browse", ".book", ".dialog", ".keyboard" })
            Assert.Contains(screen, style, StringComparison.Ordinal);
        var digest = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Contains($"style-src 'sha256-{digest}';", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("stylesheet", answer.Text, StringComparison.Ordinal);
        foreach (Match font in Regex.Matches(style, "url\\(\"(/[^\"]+)\"\\)"))
            (await app.Api.Get(font.Groups[1].Value)).ShouldBe(200);
    }

    [Fact]
    public async Task The_first_load_is_small()
    {
        var bytes = (await app.Api.Get("/kiosk", ("Accept-Encoding", "gzip"))).Body.Length;
        foreach (var file in await FilesOfPage())
            bytes += (await app.Api.Get(file, ("Accept-Encoding", "gzip"))).Body.Length;
        Assert.InRange(bytes, 50_000, LargestFirstLoad);
    }

    [Fact]
    public async Task Nothing_names_another_host()
    {
        foreach (var file in (await FilesOfPage()).Append("/kiosk").Append("/kiosk-worker.js"))
        {
            var text = (await app.Api.Get(file)).Text;
            Assert.DoesNotContain("://", text.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_page_allows_itself_nothing_but_its_own_files()
    {
        var answer = await app.Api.Get("/kiosk");
        var policy = answer.Header("Content-Security-Policy")!;
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=", answer.Text);
    }

    [Fact]
    public async Task It_is_no_part_of_the_API() => Assert.DoesNotContain("/kiosk", (await app.Api.Get("/openapi.json")).Text, StringComparison.Ordinal);

    private async Task<List<string>> FilesOfPage() =>
        [.. FileName().Matches((await app.Api.Get("/kiosk")).ShouldBe(200).Text).Select(match => match.Groups["path"].Value).Distinct()];

    [GeneratedRegex("(?:href|src)=\"(?<path>/kiosk/[^\"]+)\"")]
    private static partial Regex FileName();

    private static List<string> Named(string script) => [.. Declared().Matches(script).Select(match => match.Groups["name"].Value)];

    [GeneratedRegex("(?m)^(?:async )?(?:class|const|function|let) (?<name>[A-Za-z_$]+)")]
    private static partial Regex Declared();
}

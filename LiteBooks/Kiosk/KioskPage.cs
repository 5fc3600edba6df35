using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using LiteBooks.Http.Answers;
using LiteBooks.Http.Files;

namespace LiteBooks.Kiosk;

/// <summary>
/// The page of the kiosk, with the owner's settings in it. Its files lie under an address that names their content, so that browsers
/// keep them for ever and never mix two versions.
/// </summary>
internal sealed class KioskPage : IResult
{
    public const string MediaType = "text/html";
    public const string Worker = Folder + "worker.js";

    private const string Folder = "kiosk/";
    private const string Template = Folder + "index.html";
    private const string Scripts = Folder + "script/";

    // As the page names them where it is read without a server.
    private const string PlainPath = "/kiosk/files/";

    // Nothing may come from elsewhere, nothing runs that is not a file, and no text becomes markup.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types kiosk";

    private readonly byte[] _html;
    private readonly string _tag;
    private readonly string _path;

    public KioskPage(Settings settings)
    {
        var content = string.Concat(Files.Select(name => name + EmbeddedFile.Named(name).Tag));
        _path = $"/kiosk/v-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..12]}/";
        _html = Encoding.UTF8.GetBytes(Fill(settings));
        _tag = EntityTag.Of(_html, null);
    }

    /// <summary>The names of the files that the page is made of.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. EmbeddedFile.NamesIn(Folder).Except([Template, Worker])];

    /// <summary>The address of a file.</summary>
    public string PathOf(string name) => _path + name[Folder.Length..];

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.Headers.CacheControl = "no-cache";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.ETag = _tag;
        if (EntityTag.IsHeld(request, _tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = MediaType + "; charset=utf-8";
        await response.Body.WriteAsync(_html, httpContext.RequestAborted);
    }

    private string Fill(Settings settings)
    {
        using var template = new StreamReader(EmbeddedFile.Named(Template).Open());
        var page = new StringBuilder(template.ReadToEnd());
        page.Replace("{{settings}}", WebUtility.HtmlEncode(JsonSerializer.Serialize(ScreenSettings.Of(settings), KioskJson.Default.ScreenSettings)));
        page.Replace("{{name}}", WebUtility.HtmlEncode(settings.Kiosk.Name));
        page.Replace("{{scripts}}", string.Join("\n", Files.Where(name => name.StartsWith(Scripts, StringComparison.Ordinal)).Select(Preload)));
        return page.Replace(PlainPath, _path).ToString();
    }

    // All at once, and not each when another asks for it.
    private static string Preload(string name) => $"""  <link rel="modulepreload" href="{PlainPath}{name[Folder.Length..]}">""";
}

/// <summary>What the page has to know from its owner.</summary>
internal sealed record ScreenSettings(string Name, string Currency, string Language, string Theme, string Keyboard, int IdleSeconds, bool IsKiosk)
{
    public static ScreenSettings Of(Settings settings)
    {
        var kiosk = settings.Kiosk;
        return new(kiosk.Name, settings.Currency, kiosk.Language, kiosk.Theme, kiosk.Keyboard, kiosk.IdleSeconds, kiosk.IsStartPage);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ScreenSettings))]
internal sealed partial class KioskJson : JsonSerializerContext;

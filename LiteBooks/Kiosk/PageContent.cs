using System.Collections.Frozen;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LiteBooks.Http.Answers;
using LiteBooks.Http.Files;

namespace LiteBooks.Kiosk;

/// <summary>
/// The page with the owner's settings and its styles in it, so that one answer paints the first screen. Its script and its other files lie
/// under an address that names their content: browsers keep them for ever and never mix two versions.
/// </summary>
internal sealed partial record PageContent(byte[] Html, string Tag, string Policy, string Version, FrozenDictionary<string, FileAnswer> Files)
{
    public const string Template = Folder + "index.html";
    public const string Worker = Folder + "worker.js";

    private const string Folder = "kiosk/";
    private const string Scripts = Folder + "script/";
    private const string Script = "script/kiosk.js";
    private const string Styles = Folder + "style/";

    // As the page names its files where it is read without a server.
    private const string PlainPath = "/kiosk/files/";

    // A year, in seconds (RFC 8246).
    private const string ForEver = "public, max-age=31536000, immutable";

    public static PageContent Of(Settings settings)
    {
        var template = Text(Template);
        var files = EmbeddedFile.NamesIn(Folder)
            .Where(name => name is not (Template or Worker) && !name.StartsWith(Styles, StringComparison.Ordinal) && !name.StartsWith(Scripts, StringComparison.Ordinal))
            .ToDictionary(name => name[Folder.Length..], EmbeddedFile.Named);
        files[Script] = EmbeddedFile.Holding(Encoding.UTF8.GetBytes(PageScript.Join(Path.GetFileName(Script), module => Text(Scripts + module))));
        var tags = string.Concat(files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Key + file.Value.Tag));
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tags)))[..12];
        var path = $"/kiosk/v-{version}/";
        var style = StyleOf(template).Replace("../", path, StringComparison.Ordinal);
        var html = Encoding.UTF8.GetBytes(Fill(template, settings, style).Replace(PlainPath, path, StringComparison.Ordinal));
        return new(html, EntityTag.Of(html, null), PolicyFor(style), version, files.ToFrozenDictionary(file => file.Key, file => new FileAnswer(file.Value, MediaTypes.Of(file.Key), ForEver)));
    }

    // The style sheets that the template names, one after the other. Line ends as browsers read them, because the policy names a digest.
    private static string StyleOf(string template) =>
        string.Concat(StyleLink().Matches(template).Select(link => Text(Styles + link.Groups["name"].Value))).ReplaceLineEndings("\n");

    private static string Fill(string template, Settings settings, string style)
    {
        var values = JsonSerializer.Serialize(ScreenSettings.Of(settings), KioskJson.Default.ScreenSettings);
        return StyleLink().Replace(template, "")
            .Replace("{{style}}", style, StringComparison.Ordinal)
            .Replace("{{settings}}", WebUtility.HtmlEncode(values), StringComparison.Ordinal)
            .Replace("{{name}}", WebUtility.HtmlEncode(settings.Kiosk.Name), StringComparison.Ordinal);
    }

    // Nothing may come from elsewhere, nothing runs that is not a file, no style holds but the page's own, and no text becomes markup.
    private static string PolicyFor(string style) =>
        $"default-src 'none'; script-src 'self'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; img-src 'self' data:; "
        + "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types kiosk";

    private static string Text(string name)
    {
        using var reader = new StreamReader(EmbeddedFile.Named(name).Open());
        return reader.ReadToEnd();
    }

    [GeneratedRegex("""[ ]*<link rel="stylesheet" href="/kiosk/files/style/(?<name>[^"]+)">\r?\n""")]
    private static partial Regex StyleLink();
}

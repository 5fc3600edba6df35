using System.IO.Compression;
using System.Text;
using Swashbuckle.AspNetCore.ReDoc;

namespace LiteBooks.OpenApi;

/// <summary>ReDoc, from the package of Swashbuckle, which holds it compressed.</summary>
internal static class ReDocScript
{
    // The maker's logo beneath the menu is the only thing that ReDoc fetches from the internet.
    private const string Logo = "https://cdn.redoc.ly/redoc/logo-mini.svg";
    private const string NoLogo = "data:,";

    private static readonly Lazy<byte[]> Script = new(Read);

    public static Stream Open() => new MemoryStream(Script.Value, writable: false);

    private static byte[] Read()
    {
        using var packed = typeof(ReDocOptions).Assembly.GetManifestResourceStream("Swashbuckle.AspNetCore.ReDoc.node_modules.redoc.bundles.redoc.standalone.js")!;
        using var text = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        return Encoding.UTF8.GetBytes(text.ReadToEnd().Replace(Logo, NoLogo, StringComparison.Ordinal));
    }
}

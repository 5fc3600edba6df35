using System.Globalization;
using System.Text;
using QRCoder;

namespace LiteBooks.Kiosk;

/// <summary>A text as a QR code (ISO/IEC 18004), drawn as SVG: black on white, with the margin that readers need.</summary>
internal sealed class QrPicture(string text) : IResult
{
    // A screen gets neither creased nor soiled: fewer and larger squares are read from farther away.
    private const QRCodeGenerator.ECCLevel Correction = QRCodeGenerator.ECCLevel.M;

    // The text follows from the address that was asked and from settings, so it holds for long.
    private const string Cache = "max-age=86400";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "image/svg+xml";
        response.Headers.CacheControl = Cache;
        return response.WriteAsync(Draw(text), httpContext.RequestAborted);
    }

    internal static string Draw(string text)
    {
        // With its margin of four squares.
        using var code = QRCodeGenerator.GenerateQrCode(text, Correction);
        var squares = new StringBuilder();
        foreach (var (y, row) in code.ModuleMatrix.Index())
        {
            for (var x = 0; x < row.Length; x++)
            {
                var first = x;
                while (x < row.Length && row[x])
                    x++;
                if (x > first)
                    squares.Append(CultureInfo.InvariantCulture, $"M{first} {y}h{x - first}v1h-{x - first}z");
            }
        }
        var size = code.ModuleMatrix.Count;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{squares}"/></svg>""");
    }
}

using Microsoft.Net.Http.Headers;

namespace LiteBooks.Http;

/// <summary>What the Accept-Encoding header asks for (RFC 9110, section 12.5.3).</summary>
public static class AcceptedEncodings
{
    /// <summary>Whether the client takes this content coding, and no coding at all no more gladly.</summary>
    public static bool Prefers(HttpRequest request, string coding)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var asked))
            return false;
        var quality = QualityOf(coding) ?? QualityOf("*") ?? 0;
        return quality > 0 && quality >= (QualityOf("identity") ?? 0);

        double? QualityOf(string name)
        {
            var named = asked.FirstOrDefault(entry => entry.Value.Equals(name, StringComparison.OrdinalIgnoreCase));
            return named is null ? null : named.Quality ?? 1;
        }
    }
}

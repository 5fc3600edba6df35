using System.IO.Compression;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace LiteBooks.Tests.Contract;

/// <summary>A request and its answer, as they went over the wire.</summary>
internal sealed record Exchange(HttpRequestMessage Request, byte[]? Sent, HttpResponseMessage Response, byte[] Received)
{
    public RequestedPath Path { get; } = RequestedPath.Of(Request);

    public Dictionary<string, StringValues> Query { get; } = QueryHelpers.ParseQuery(Request.RequestUri!.Query);

    public int Status => (int)Response.StatusCode;

    public bool Succeeded => Status is >= 200 and < 300;

    public string? SentType => MediaTypeOf(Request.Content?.Headers);

    public string? ReceivedType => MediaTypeOf(Response.Content.Headers);

    /// <summary>The values of a request's header, each line by itself.</summary>
    public IReadOnlyList<string> SentHeader(string name) =>
        Request.Headers.NonValidated.TryGetValues(name, out var values) ? [.. values] : [];

    /// <summary>The headers of the answer as they came: the typed views would compute a Content-Length that was never sent.</summary>
    public IEnumerable<(string Name, string Value)> ReceivedHeaders =>
        Response.Headers.NonValidated.Concat(Response.Content.Headers.NonValidated).Select(header => (header.Key, header.Value.ToString()));

    /// <summary>The body of the answer, unpacked.</summary>
    public byte[] Body
    {
        get
        {
            using var packed = new MemoryStream(Received);
            using Stream unpacked = Response.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out var encoding) && Received.Length > 0
                ? encoding.ToString() == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress)
                : packed;
            using var body = new MemoryStream();
            unpacked.CopyTo(body);
            return body.ToArray();
        }
    }

    private static string? MediaTypeOf(HttpContentHeaders? headers) =>
        headers is not null && headers.NonValidated.TryGetValues("Content-Type", out var type) ? type.ToString().Split(';')[0].Trim().ToLowerInvariant() : null;
}

using System.Buffers;

namespace LiteBooks.Http;

/// <summary>
/// Reads a request's whole body within the limit. The limit is held here and not by the server, whose own counts the framing
/// of chunks as well and cuts the line before a sender can read why.
/// </summary>
internal static class RequestBody
{
    private const string Key = "LiteBooks.RequestBody";

    /// <summary>The body's bytes, the same however often one asks; <see cref="BodyTooLarge"/> over the limit.</summary>
    public static async Task<Outcome<ReadOnlyMemory<byte>>> Read(HttpRequest request)
    {
        if (request.HttpContext.Items[Key] is ReadOnlyMemory<byte> read)
            return read;
        var limit = request.HttpContext.RequestServices.GetRequiredService<Settings>().MaxBodyBytes;
        if (request.ContentLength > limit)
            return new BodyTooLarge(limit);
        var body = new ArrayBufferWriter<byte>((int)(request.ContentLength ?? 0) + 1);
        while (body.WrittenCount <= limit)
        {
            var count = await request.Body.ReadAsync(body.GetMemory(), request.HttpContext.RequestAborted);
            if (count == 0)
            {
                request.HttpContext.Items[Key] = body.WrittenMemory;
                return body.WrittenMemory;
            }
            body.Advance(count);
        }
        return new BodyTooLarge(limit);
    }
}

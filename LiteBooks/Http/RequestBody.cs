using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace LiteBooks.Http;

/// <summary>
/// Reads a request's whole body within the limit. The limit is held here and not by the server, whose own counts the framing
/// of chunks as well and cuts the line before a sender can read why.
/// </summary>
internal static class RequestBody
{
    private const string Key = "LiteBooks.RequestBody";

    /// <summary>Whether there is a body that has not arrived as a whole.</summary>
    public static bool IsUnderWay(HttpRequest request) =>
        request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true } && !request.HttpContext.Items.ContainsKey(Key);

    /// <summary>Whether the body has first to be unpacked. None is: a small one could become any size.</summary>
    public static bool IsPacked(HttpRequest request) =>
        request.Headers.ContentEncoding is { Count: > 0 } encoding && !encoding.ToString().Equals("identity", StringComparison.OrdinalIgnoreCase);

    /// <summary>The body's bytes, the same however often one asks; <see cref="BodyTooLarge"/> over the limit.</summary>
    public static async Task<Outcome<ReadOnlyMemory<byte>>> Read(HttpRequest request)
    {
        if (request.HttpContext.Items[Key] is ReadOnlyMemory<byte> read)
            return read;
        var limit = request.HttpContext.RequestServices.GetRequiredService<Settings>().MaxBodyBytes;
        if (request.ContentLength > limit)
            return new BodyTooLarge(limit);
        var body = new ArrayBufferWriter<byte>((int)(request.ContentLength ?? 0) + 1);
        for (var hasEnded = false; body.WrittenCount <= limit;)
        {
            if (hasEnded)
            {
                request.HttpContext.Items[Key] = body.WrittenMemory;
                return body.WrittenMemory;
            }
            hasEnded = await ReadSome(request.BodyReader, body, request.HttpContext.RequestAborted);
        }
        return new BodyTooLarge(limit);
    }

    // Cancelled between reads rather than in one: the server could not go on with a reader that was cut off.
    private static async Task<bool> ReadSome(PipeReader from, ArrayBufferWriter<byte> to, CancellationToken cancel)
    {
        await using var cancelling = cancel.UnsafeRegister(static reader => ((PipeReader)reader!).CancelPendingRead(), from);
        var read = await Read(from);
        foreach (var part in read.Buffer)
            to.Write(part.Span);
        from.AdvanceTo(read.Buffer.End);
        if (read.IsCanceled)
            throw new OperationCanceledException(cancel);
        return read.IsCompleted;
    }

    private static async Task<ReadResult> Read(PipeReader from)
    {
        try
        {
            return await from.ReadAsync(CancellationToken.None);
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            // The server says so of some framing that it cannot read, such as a chunk whose size no number can hold.
            throw new BadHttpRequestException("The body cannot be read.", e);
        }
    }
}

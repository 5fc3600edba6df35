using System.Collections.Concurrent;
using System.Text;
using LiteBooks.Http.Access;

namespace LiteBooks.Http.Answers;

/// <summary>
/// Does a request once, however often it is sent with the same Idempotency-Key (draft-ietf-httpapi-idempotency-key-header):
/// a repeat is given the stored answer, another request under the key is 422, and while the first still runs it is 409.
/// </summary>
public sealed class Idempotency(SigningKey key)
{
    public const string Header = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotency-Replayed";

    private const int LongestKey = 64;

    // While there are no users, everybody is the same caller.
    private const string Anybody = "";

    private readonly ConcurrentDictionary<(string Caller, string Key), string> _running = new();

    /// <summary>Runs the request, unless its answer is stored. What runs is given the claim, to store it with its effect; null without a key.</summary>
    public async Task<IResult> Once(HttpRequest request, Func<IdempotencyClaim, StoredAnswer?> find, Func<IdempotencyClaim?, Task<IResult>> run)
    {
        if (request.Headers[Header] is not [var name])
            return request.Headers[Header].Count == 0 ? await run(null) : Problems.From(WrongKey());
        if (name is not { Length: > 0 and <= LongestKey } || name.AsSpan().ContainsAnyExceptInRange('!', '~'))
            return Problems.From(WrongKey());
        if (!(await RequestBody.Read(request)).Succeeded(out var body, out var failure))
            return Problems.From(failure);
        var caller = request.HttpContext.Caller() is { } user ? $"{user.Id}" : Anybody;
        var claim = new IdempotencyClaim(caller, name, Digest(request, body));
        if (!_running.TryAdd((claim.Caller, claim.Key), claim.Digest))
            return Problems.From(_running.TryGetValue((claim.Caller, claim.Key), out var other) && other != claim.Digest ? new KeyReused() : new KeyInUse());
        try
        {
            return find(claim) switch
            {
                null => await run(claim),
                { } stored when stored.Digest == claim.Digest => new JsonAnswer(stored.Answer, isReplay: true),
                _ => Problems.From(new KeyReused()),
            };
        }
        finally
        {
            _running.TryRemove((claim.Caller, claim.Key), out _);
        }
    }

    private static Invalid WrongKey()
    {
        var faults = new Faults();
        faults.Add(Header, $"The key is 1 to {LongestKey} visible ASCII characters, once.", "invalid_format");
        return faults.ToFailure();
    }

    // Sealed: a body may hold a password, and a plain digest of it could be guessed from what is stored.
    private string Digest(HttpRequest request, ReadOnlyMemory<byte> body) => key.Seal(
        [.. Encoding.UTF8.GetBytes($"{request.Method} {request.Path.Value?.TrimEnd('/')}{request.QueryString}\n"), .. body.Span]);
}

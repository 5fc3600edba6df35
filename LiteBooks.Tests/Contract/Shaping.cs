using System.Text.Json;

namespace LiteBooks.Tests.Contract;

/// <summary>
/// What <c>?fields=</c> and <c>?envelope=</c> make of an answer. OpenAPI cannot let an answer depend on a parameter, so the
/// document says it in words; this is what the words say.
/// </summary>
internal static class Shaping
{
    private static readonly string[] Members = ["success", "data", "message", "timestamp"];

    public static IEnumerable<string> FaultsOf(byte[] body, Exchange exchange, ContractSchema schema)
    {
        Func<JsonElement, IEnumerable<string>> ofData = exchange.Query.ContainsKey("fields") ? schema.FaultsOfPart : schema.FaultsOf;
        var isWrapped = exchange.Query.TryGetValue("envelope", out var asked) && asked[^1]?.ToLowerInvariant() is "true" or "1";
        return AnswerRules.FaultsOfJson(body, isWrapped ? json => FaultsOfEnvelope(json, ofData) : ofData);
    }

    private static IEnumerable<string> FaultsOfEnvelope(JsonElement json, Func<JsonElement, IEnumerable<string>> ofData)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.EnumerateObject().Select(member => member.Name).SequenceEqual(Members))
            return [$"at '': the envelope has other members than {string.Join(", ", Members)}"];
        if (json.GetProperty("success").ValueKind != JsonValueKind.True || json.GetProperty("message").ValueKind != JsonValueKind.String || !json.GetProperty("timestamp").TryGetDateTimeOffset(out _))
            return ["at '': the envelope's members are of other types than described"];
        return ofData(json.GetProperty("data"));
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Access;

/// <summary>Tokens made by hand (RFC 7515): right in everything but what a test changes.</summary>
internal sealed record ForgedToken(long UserId)
{
    public string Algorithm { get; init; } = "HS256";

    public string Key { get; init; } = Team.SigningKey;

    public string? Issuer { get; init; } = "litebooks";

    public string? Audience { get; init; } = "litebooks";

    public DateTimeOffset? Expires { get; init; } = DateTimeOffset.UtcNow.AddHours(1);

    public JsonNode? Subject { get; init; }

    public JsonNode? Version { get; init; }

    /// <summary>The same token, made by hand from one that the server gave.</summary>
    public static ForgedToken Like(string token)
    {
        var payload = JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]))!;
        return new(long.Parse((string)payload["sub"]!, System.Globalization.CultureInfo.InvariantCulture)) { Version = payload["ver"] };
    }

    public override string ToString()
    {
        var payload = new JsonObject
        {
            ["sub"] = Subject ?? $"{UserId}",
            ["ver"] = Version?.DeepClone(),
            ["iss"] = Issuer,
            ["aud"] = Audience,
            ["iat"] = DateTimeOffset.UtcNow.AddHours(-2).ToUnixTimeSeconds(),
        };
        if (Expires is { } time)
            payload["exp"] = time.ToUnixTimeSeconds();
        var content = $"{Encode(new JsonObject { ["alg"] = Algorithm, ["typ"] = "JWT" })}.{Encode(payload)}";
        return $"{content}.{Sign(content)}";
    }

    private string Sign(string content)
    {
        var (key, bytes) = (SHA256.HashData(Encoding.UTF8.GetBytes(Key)), Encoding.ASCII.GetBytes(content));
        return Algorithm switch
        {
            "HS256" => Base64Url.EncodeToString(HMACSHA256.HashData(key, bytes)),
            "HS512" => Base64Url.EncodeToString(HMACSHA512.HashData(key, bytes)),
            _ => "",
        };
    }

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}

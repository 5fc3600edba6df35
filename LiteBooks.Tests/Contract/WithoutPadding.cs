using System.Text.Json.Nodes;

namespace LiteBooks.Tests.Contract;

/// <summary>A body as it counts: texts without the blanks around them, and lists of texts without blank and repeated ones.</summary>
internal static class WithoutPadding
{
    public static JsonNode Of(JsonNode body) => body switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : Of(member.Value)))),
        JsonArray items when items.All(IsText) => new JsonArray([.. items.Select(item => item!.GetValue<string>().Trim().ToLowerInvariant()).Where(item => item.Length > 0).Distinct().Select(item => (JsonNode)item)]),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : Of(item))]),
        _ when IsText(body) => body.GetValue<string>().Trim(),
        _ => body.DeepClone(),
    };

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == System.Text.Json.JsonValueKind.String;
}

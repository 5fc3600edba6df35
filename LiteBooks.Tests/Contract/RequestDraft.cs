using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Contract;

/// <summary>A request of an operation, before it is sent.</summary>
internal sealed record RequestDraft(Operation Operation)
{
    /// <summary>What stands in the path, the query and the headers, in this order of places.</summary>
    public IReadOnlyList<(Parameter Parameter, string Value)> Parameters { get; init; } = [];

    public JsonNode? Body { get; init; }

    /// <summary>A body that is no JSON, in the place of the other.</summary>
    public string? Text { get; init; }

    public string? MediaType { get; init; }

    private bool IsForm => Operation.Bodies.ContainsKey(LiteBooks.Http.FormReader.MediaType);

    public Task<Answer> Send(Api api, params IEnumerable<(string Name, string Value)> headers) =>
        api.Send(new HttpMethod(Operation.Method), Address(), Content(), [.. headers, .. At("header").Select(header => (header.Parameter.Name, header.Value))]);

    public override string ToString() => $"{Operation.Id}: {Operation.Method} {Address()} {string.Join(' ', At("header").Select(header => $"{header.Parameter.Name}: {header.Value}"))} {Shortened(Text ?? Body?.ToJsonString())}";

    private IEnumerable<(Parameter Parameter, string Value)> At(string place) => Parameters.Where(parameter => parameter.Parameter.Place == place);

    private string Address()
    {
        var path = At("path").Aggregate(Operation.Path, (path, part) => path.Replace($"{{{part.Parameter.Name}}}", Api.Escape(part.Value), StringComparison.Ordinal));
        var query = string.Join('&', At("query").Select(part => $"{part.Parameter.Name}={Api.Escape(part.Value)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private ByteArrayContent? Content()
    {
        if (Text is null && Body is null)
            return null;
        var type = MediaType ?? Operation.Bodies.Keys.First();
        if (Text is null && IsForm)
            return new FormUrlEncodedContent(Body!.AsObject().Select(member => KeyValuePair.Create(member.Key, member.Value?.ToString() ?? "")));
        return Api.Bytes(System.Text.Encoding.UTF8.GetBytes(Text ?? Body!.ToJsonString()), type);
    }

    private static string? Shortened(string? text) => text?.Length > 600 ? text[..600] + "…" : text;
}

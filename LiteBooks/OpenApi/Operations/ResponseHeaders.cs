using System.Globalization;
using LiteBooks.Http;
using LiteBooks.Http.Answers;
using LiteBooks.Http.Description;
using LiteBooks.Http.Traffic;
using NJsonSchema;
using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace LiteBooks.OpenApi.Operations;

/// <summary>The headers of each answer: those of any, those that follow from what the route heeds, and those that it names.</summary>
internal sealed class ResponseHeaders : IOperationProcessor
{
    private static readonly ResponseHeader Id = new(RequestId.Header, "The request's id: the client's own, or a new one.", "01a20bc2782b73fd933de2f04cfd535d", Pattern: "^[A-Za-z0-9._-]{1,64}$");

    private static readonly ResponseHeader Took = new(RequestLog.ProcessTimeHeader, "How long the server took, in seconds.", "0.000412", "number");

    private static readonly ResponseHeader Allowance = new(RateLimit.Header, "How many requests the client has left (`r`), and in how many seconds it has all of them again (`t`). Not there for this machine's own requests, nor where the limit is off.", "\"default\";r=599;t=60", IsRequired: false);

    private static readonly ResponseHeader AllowancePolicy = new(RateLimit.PolicyHeader, "How many requests a client may send (`q`) in how many seconds (`w`).", "\"default\";q=600;w=60", IsRequired: false);

    private static readonly ResponseHeader[] OfAny = [Id, Took, Allowance, AllowancePolicy];

    private static readonly ResponseHeader RetryAfter = new("Retry-After", "Seconds after which to try again.", "2", "integer");

    private static readonly ResponseHeader Challenge = new("WWW-Authenticate", "What is wanted (RFC 6750), and `error=\"invalid_token\"` where the token was not good.", "Bearer realm=\"litebooks\"");

    private static readonly ResponseHeader Replayed = new(Idempotency.ReplayedHeader, "`true` where this is the first answer once more, because the key was sent before.", "true", IsRequired: false);

    private static readonly ResponseHeader AcceptPatch = new(JsonBody.AcceptPatchHeader, "What a PATCH may be written in (RFC 5789).", JsonBody.PatchTypes);

    public bool Process(OperationProcessorContext context)
    {
        var responses = context.OperationDescription.Operation.Responses;
        foreach (var (status, answer) in responses.ToList())
        {
            foreach (var header in OfAny)
                Add(answer.ActualResponse, header);
            if (status is "429" or "503")
                Add(answer.ActualResponse, RetryAfter);
            if (status == "401")
                Add(answer.ActualResponse, Challenge);
            foreach (var header in Following(context, status).Concat(Named(context, status)))
                Add(responses[status] = OwnOf(responses[status]), header with { Example = header.Example.Replace("{path}", context.OperationDescription.Path, StringComparison.Ordinal) });
        }
        return true;
    }

    private static IEnumerable<ResponseHeader> Following(OperationProcessorContext context, string status)
    {
        var operation = context.OperationDescription.Operation;
        if (operation.Responses.ContainsKey(Unchanged.Status) && (status == "200" || status == Unchanged.Status))
            yield return operation.Parameters.Any(parameter => parameter is { Kind: OpenApiParameterKind.Path, Name: "id" }) ? ResponseHeader.ETag : ResponseHeader.ListETag;
        if (status is "201" or "202" && RequestHeaders.Heeded(context).Contains(RequestHeader.IdempotencyKey))
            yield return Replayed;
        if (status == "415" && context.OperationDescription.Method == OpenApiOperationMethod.Patch)
            yield return AcceptPatch;
    }

    private static IEnumerable<ResponseHeader> Named(OperationProcessorContext context, string status) =>
        context.AllMetadata<SendsHeaders>()
            .Where(sends => sends.Statuses.Any(sent => sent.ToString(CultureInfo.InvariantCulture) == status))
            .SelectMany(sends => sends.Headers);

    // What a route adds to a problem that it shares with others is not theirs.
    private static OpenApiResponse OwnOf(OpenApiResponse response)
    {
        if (response.Reference is not { } shared)
            return response;
        var own = new OpenApiResponse { Description = shared.Description };
        foreach (var (mediaType, content) in shared.Content)
            own.Content[mediaType] = content;
        foreach (var (name, header) in shared.Headers)
            own.Headers[name] = header;
        return own;
    }

    // A header that comes for two reasons is described by both.
    private static void Add(OpenApiResponse response, ResponseHeader header)
    {
        var isKnown = response.Headers.TryGetValue(header.Name, out var known);
        var described = isKnown && known!.Description != header.Description ? known.Description + " " : "";
        response.Headers[header.Name] = new OpenApiHeader
        {
            Description = described + header.Description,
            IsRequired = header.IsRequired || (isKnown && known!.IsRequired),
            Schema = SchemaOf(header),
        };
    }

    private static JsonSchema SchemaOf(ResponseHeader header)
    {
        var schema = new JsonSchema { Type = Enum.Parse<JsonObjectType>(header.Type, ignoreCase: true), Example = ExampleOf(header), Pattern = header.Pattern };
        if (schema.Type == JsonObjectType.Integer)
            (schema.Format, schema.Minimum, schema.Maximum) = (JsonFormatStrings.Long, 0, long.MaxValue);
        else if (schema.Type == JsonObjectType.Number)
            (schema.Format, schema.Minimum) = (JsonFormatStrings.Decimal, 0);
        else
            schema.MaxLength = ServerLimits.HeadersBytes;
        return schema;
    }

    private static object ExampleOf(ResponseHeader header) =>
        header.Type switch
        {
            "integer" => long.Parse(header.Example, CultureInfo.InvariantCulture),
            "number" => decimal.Parse(header.Example, CultureInfo.InvariantCulture),
            _ => header.Example,
        };
}

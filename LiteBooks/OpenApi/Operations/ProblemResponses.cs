using System.Globalization;
using LiteBooks.Http;
using LiteBooks.Http.Access;
using LiteBooks.Http.Description;
using Namotion.Reflection;
using NJsonSchema;
using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace LiteBooks.OpenApi.Operations;

/// <summary>
/// Every problem that a route can answer with, by status: the kinds that it names itself, and those that follow from its
/// having an id, a query, a body or a precondition.
/// </summary>
internal sealed class ProblemResponses : IOperationProcessor
{
    private static readonly string[] OfAny = ["foreign_host", "not_acceptable", "rate_limited", "internal_error", "timeout", "database_busy", "database_damaged", "database_unavailable"];
    private static readonly string[] OfId = ["not_found", "validation_failed"];
    private static readonly string[] OfQuery = ["validation_failed"];
    private static readonly string[] OfBody = ["malformed_json", "request_timeout", "body_too_large", "unsupported_media_type", "validation_failed"];
    private static readonly string[] OfPrecondition = ["malformed_header"];
    private static readonly string[] OfWrite = ["database_read_only", "database_full"];
    private static readonly string[] OfToken = ["unauthenticated", "invalid_token"];
    private static readonly string[] OfRole = ["forbidden"];

    public bool Process(OperationProcessorContext context)
    {
        var codes = CodesOf(context);
        var kinds = ProblemTypes.All.Where(kind => codes.Contains(kind.Code)).GroupBy(kind => kind.Status);
        foreach (var status in kinds.OrderBy(status => status.Key))
            context.OperationDescription.Operation.Responses[status.Key.ToString(CultureInfo.InvariantCulture)] = Shared(context, [.. status]);
        return true;
    }

    // Most routes fail in the same ways; each way is described once.
    private static OpenApiResponse Shared(OperationProcessorContext context, IReadOnlyList<ProblemType> kinds)
    {
        var named = NamesItems(context, kinds);
        var name = string.Join("Or", kinds.Select(kind => Pascal(kind.Code))) + (named ? "OfItems" : "");
        var responses = context.Document.Components.Responses;
        if (!responses.TryGetValue(name, out var response))
            responses[name] = response = Describe(kinds, SchemaOf(named ? typeof(DuplicatesProblem) : typeof(Problem), context));
        return new OpenApiResponse { Reference = response };
    }

    // Many at once are refused together; the problem then names each that exists already.
    private static bool NamesItems(OperationProcessorContext context, IEnumerable<ProblemType> kinds) =>
        context.Metadata<TakesBody>() is { Most: not null } && kinds.Any(kind => kind.Code == "duplicate_isbn");

    private static JsonSchema SchemaOf(Type problem, OperationProcessorContext context) =>
        context.SchemaGenerator.GenerateWithReference<JsonSchema>(problem.ToContextualType(), context.SchemaResolver);

    private static string Pascal(string code) =>
        string.Concat(code.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static List<string> CodesOf(OperationProcessorContext context)
    {
        var (operation, metadata) = (context.OperationDescription.Operation, context.Metadata<FailsWith>());
        List<string> codes = [.. OfAny, .. metadata?.Codes ?? []];
        if (operation.Parameters.Any(parameter => parameter is { Kind: OpenApiParameterKind.Path, Name: "id" }))
            codes.AddRange(OfId);
        if (operation.Parameters.Any(parameter => parameter.Kind == OpenApiParameterKind.Query))
            codes.AddRange(OfQuery);
        if (operation.RequestBody is not null)
            codes.AddRange(OfBody);
        if (RequestHeaders.Heeded(context).Contains(RequestHeader.IfMatch))
            codes.AddRange(OfPrecondition);
        if (context.OperationDescription.Method != OpenApiOperationMethod.Get)
            codes.AddRange(OfWrite);
        codes.AddRange(CodesOfAccess(context));
        return codes;
    }

    private static IEnumerable<string> CodesOfAccess(OperationProcessorContext context)
    {
        if (context.OperationDescription.Method != OpenApiOperationMethod.Get && context.Metadata<ChangesNothing>() is null)
            yield return "read_only";
        if (context.Metadata<AccessRequirement>() is not { } access)
            yield break;
        foreach (var code in access.Role is null ? OfToken : [.. OfToken, .. OfRole])
            yield return code;
    }

    private static OpenApiResponse Describe(IEnumerable<ProblemType> kinds, JsonSchema schema) => new()
    {
        Description = string.Join("\n\n", kinds.Select(kind => $"`{kind.Code}`: {kind.Explanation}")),
        Content = { [ProblemWriter.MediaType] = new OpenApiMediaType { Schema = schema } },
    };
}

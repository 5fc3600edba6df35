using System.Text.Json;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Contract;
using Xunit.Abstractions;

namespace LiteBooks.Tests.OpenApi;

/// <summary>What the document forbids is refused: each parameter and each member of a body, broken in each way in which it can be, for every operation.</summary>
public sealed class InvalidRequestTests(DescribedServer server, ITestOutputHelper output) : IClassFixture<DescribedServer>
{
    // What does not fit into a request line or into headers is refused by the web server itself, before the API.
    private const int LongestParameter = 1000;

    private static readonly ContractSchemas Schemas = ApiContract.Committed.Schemas;
    private static readonly Breaks Breaks = new(Schemas);

    public static TheoryData<string> WithParameters { get; } = Where(operation => operation.Parameters.Count > 0);

    public static TheoryData<string> WithBodies { get; } = Where(operation => operation.Bodies.Count > 0);

    [Theory]
    [MemberData(nameof(WithParameters))]
    public Task A_parameter_that_the_document_forbids_is_refused(string id) => AreRefused(id, BrokenParameters);

    [Theory]
    [MemberData(nameof(WithBodies))]
    public Task A_body_that_the_document_forbids_is_refused(string id) => AreRefused(id, BrokenBodies);

    [Theory]
    [MemberData(nameof(WithBodies))]
    public Task What_is_no_body_is_refused(string id) => AreRefused(id, draft =>
    [
        ("none", draft with { Body = null }),
        ("no JSON", draft with { Text = "{" }),
        ("not in UTF-8, or no form", draft with { Text = "\"\\ud800" }),
        ("of another type", draft with { MediaType = "text/plain", Text = draft.Body!.ToJsonString() }),
    ]);

    private async Task AreRefused(string id, Func<RequestDraft, IEnumerable<(string What, RequestDraft Draft)>> breaks)
    {
        var operation = ApiContract.Committed.Operations.Single(operation => operation.Id == id);
        var samples = new Samples(Schemas, DescribedServer.SeedOf(operation));
        output.WriteLine($"LITEBOOKS_TEST_SEED={DescribedServer.Seed}");
        foreach (var (what, draft) in breaks(server.Valid(operation, samples, everything: true)))
        {
            var answer = await draft.Send(server.Api, server.Admin);
            Assert.True(answer.Status is >= 400 and < 500 && answer.Header("Content-Type") == "application/problem+json",
                $"Seed {DescribedServer.Seed}, {what}: {draft}\nanswered with {answer.Status}: {answer.Text}");
        }
    }

    private static IEnumerable<(string, RequestDraft)> BrokenBodies(RequestDraft draft)
    {
        var schema = draft.Operation.Json["requestBody"]!["content"]!.AsObject().First().Value!["schema"]!;
        return Breaks.Of(schema, draft.Body)
            .Where(broken => broken.Value is not null && IsForbidden(broken.Value, draft.Operation))
            .Select(broken => (broken.What, draft with { Body = broken.Value }));
    }

    // As it is, and as it counts. A form has members or is none.
    private static bool IsForbidden(JsonNode body, Operation operation)
    {
        var schema = operation.Bodies.Values.First();
        var isForm = operation.Bodies.ContainsKey(LiteBooks.Http.FormReader.MediaType);
        return schema.FaultsOf(body).Any() && schema.FaultsOf(WithoutPadding.Of(body)).Any() && (!isForm || (body is JsonObject form && form.All(member => member.Value?.GetValueKind() == JsonValueKind.String)));
    }

    private static IEnumerable<(string, RequestDraft)> BrokenParameters(RequestDraft draft)
    {
        foreach (var parameter in draft.Operation.Parameters)
        {
            IReadOnlyList<(Parameter Parameter, string Value)> others = [.. draft.Parameters.Where(other => other.Parameter != parameter)];
            if (parameter.IsRequired && parameter.Place != "path")
                yield return ($"without {parameter.Name}", draft with { Parameters = others });
            foreach (var (what, values) in BrokenValues(parameter))
                yield return ($"{parameter.Name}: {what}", draft with { Parameters = [.. others, .. values.Select(value => (parameter, value))] });
        }
    }

    private static IEnumerable<(string, IReadOnlyList<string>)> BrokenValues(Parameter parameter)
    {
        var good = parameter.Json["type"]!.GetValue<string>() == "array" ? new JsonArray("a") : null;
        return Breaks.Of(parameter.Json, good)
            .Where(broken => broken.Value is JsonValue or JsonArray)
            .Select(broken => (broken.What, Values: (IReadOnlyList<string>)[.. DescribedServer.TextsOf(broken.Value)]))
            .Where(broken => broken.Values.Count > 0 && broken.Values.All(value => value.Length <= LongestParameter) && parameter.FaultsOf(broken.Values).Any())
            // No client can send it.
            .Where(broken => parameter.Place != "header" || !broken.Values.Any(value => value.Any(char.IsControl)));
    }

    private static TheoryData<string> Where(Func<Operation, bool> condition) => [.. ApiContract.Committed.Operations.Where(condition).Select(operation => operation.Id)];
}

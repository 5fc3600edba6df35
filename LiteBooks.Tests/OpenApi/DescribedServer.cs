using System.Text.Json.Nodes;
using LiteBooks.Tests.Contract;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.OpenApi;

/// <summary>
/// A claimed server with something of everything, for requests that are made from the document. A check digit is what no schema can say, so only the
/// form of an ISBN is looked at.
/// </summary>
public sealed class DescribedServer : Team
{
    private const int HowMany = 8;

    private readonly List<long> _users = [];

    /// <summary>The same requests come from the same seed; another is taken from the environment.</summary>
    public static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("LITEBOOKS_TEST_SEED"), out var seed) ? seed : 20261128;

    protected override IEnumerable<(string Name, string Value)> Settings => [("Catalog:VerifyIsbn", "false"), .. base.Settings];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        for (var i = 1; i <= HowMany; i++)
        {
            var book = (await Api.Post(Api.Books, TestBooks.Minimal().With("author_name", $"Author {i}"), Admin)).ShouldBe(201).Json.Id();
            (await Api.Patch($"/api/v1/admin/books/{book}", new JsonObject { ["stock_quantity"] = 100_000 }, Admin)).ShouldBe(200);
            (await Api.Post($"{TestBooks.At(book)}/reviews", new JsonObject { ["rating"] = 3, ["reviewer_name"] = "Reader" }, Admin)).ShouldBe(201);
            (await Api.Post("/api/v1/reports", new JsonObject { ["report_type"] = "inventory" }, Admin)).ShouldBe(202);
            _users.Add((await Join($"spare{i}", "viewer")).Id);
            (await Api.Post($"{TestUsers.At(_users[^1])}/orders", new JsonObject { ["items"] = new JsonArray(new JsonObject { ["book_id"] = book, ["quantity"] = 1 }) }, Admin)).ShouldBe(201);
        }
    }

    /// <summary>A seed for an operation, the same in each run.</summary>
    internal static int SeedOf(Operation operation) => operation.Id.Aggregate(Seed, (sum, letter) => unchecked((sum * 31) + letter));

    /// <summary>A request as the document describes it. Users in paths are those that nobody needs.</summary>
    internal RequestDraft Valid(Operation operation, Samples samples, bool everything = false)
    {
        var which = samples.Index(HowMany);
        var parameters = new List<(Parameter, string)>();
        foreach (var parameter in operation.Parameters)
        {
            if (parameter.Place == "path")
                parameters.Add((parameter, PathValue(operation, parameter, which, samples)));
            else if (parameter.IsRequired || (!everything && samples.Perhaps(0.25f)))
                parameters.AddRange(TextsOf(samples.Of(parameter.Json, parameter.Name)).Select(value => (parameter, value)));
        }
        var body = operation.Json["requestBody"]?["content"]?.AsObject().First().Value!["schema"];
        return new RequestDraft(operation) { Parameters = parameters, Body = body is null ? null : samples.Of(body, everything: everything) };
    }

    internal static IEnumerable<string> TextsOf(JsonNode? value) => value switch
    {
        null => [],
        JsonArray items => items.SelectMany(TextsOf),
        _ => [value.GetValueKind() == System.Text.Json.JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString()],
    };

    private string PathValue(Operation operation, Parameter parameter, int which, Samples samples)
    {
        if (parameter.Json["type"]!.GetValue<string>() != "integer")
            return samples.Of(parameter.Json)!.GetValue<string>();
        var isUser = parameter.Name == "id" && operation.Path.StartsWith(TestUsers.Path, StringComparison.Ordinal);
        return (isUser ? _users[which] : which + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}

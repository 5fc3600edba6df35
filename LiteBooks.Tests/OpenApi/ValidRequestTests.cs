using System.Text.Json;
using System.Text.RegularExpressions;
using LiteBooks.Tests.Contract;
using LiteBooks.Tests.Support;
using Xunit.Abstractions;

namespace LiteBooks.Tests.OpenApi;

/// <summary>What the document allows is taken: requests made from its schemas, for every operation that it has.</summary>
public sealed partial class ValidRequestTests(DescribedServer server, ITestOutputHelper output) : IClassFixture<DescribedServer>
{
    private const int Requests = 25;

    // What no schema can say; the document says it in words.
    private static readonly string[] Reasons =
    [
        "empty_patch", "premium_isbn_required", "nothing_to_revert", "malformed_cursor", "idempotency_key_reused", "invalid_credentials", "too_many_attempts",
    ];

    // Single values of the same sort: members that an answer does not have, a sort that needs a search, the one currency of the catalogue, books that there
    // are not or that come twice, and a part of an address where there was none.
    private static readonly (string Field, string Code)[] Faults =
    [
        ("fields", "unknown_field"), ("sort_by", "search_required"), ("pricing.currency", "wrong_currency"), ("data.pricing.currency", "wrong_currency"), ("items.book_id", "not_found"), ("items.book_id", "repeated"),
        ("contact.address.street", "required"), ("contact.address.city", "required"), ("contact.address.state", "required"), ("contact.address.zip_code", "required"),
    ];

    public static TheoryData<string> Operations { get; } = [.. ApiContract.Committed.Operations.Select(operation => operation.Id)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_request_that_the_document_allows_is_not_refused_as_wrong(string id)
    {
        var operation = ApiContract.Committed.Operations.Single(operation => operation.Id == id);
        var samples = new Samples(ApiContract.Committed.Schemas, DescribedServer.SeedOf(operation));
        output.WriteLine($"LITEBOOKS_TEST_SEED={DescribedServer.Seed}");
        for (var i = 0; i < Requests; i++)
        {
            var draft = server.Valid(operation, samples);
            var answer = await draft.Send(server.Api, server.Admin);
            Assert.False(IsRefused(answer), $"Seed {DescribedServer.Seed}, request {i + 1}: {draft}\nanswered with {answer.Status}: {answer.Text}");
        }
    }

    private static bool IsRefused(Answer answer)
    {
        if (answer.Status < 400 || answer.Status is 404 or 409 or 412 || (answer.Status < 500 && Reasons.Contains(answer.Json.Text("code"))))
            return false;
        return answer.Status != 422 || !answer.Json.TryGetProperty("errors", out var errors) || !errors.EnumerateArray().All(IsReason);
    }

    private static bool IsReason(JsonElement fault) => Faults.Contains((Place().Replace(fault.Text("field")!, ""), fault.Text("code")!));

    [GeneratedRegex(@"\[[0-9]+\]")]
    private static partial Regex Place();
}

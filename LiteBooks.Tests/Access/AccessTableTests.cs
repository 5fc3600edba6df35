using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Access;

/// <summary>Every cell of <see cref="AccessTable"/>, each on resources of its own.</summary>
public sealed class AccessTableTests(AppFixture open, Team team) : IClassFixture<AppFixture>, IClassFixture<Team>
{
    private static readonly (string, string) Elsewhere = ("X-Forwarded-For", "203.0.113.9");

    public static TheoryData<string> Callers => [.. AccessTable.Callers];

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task Every_route_answers_a_caller_as_the_table_says(string caller)
    {
        var isOpen = caller.StartsWith("open", StringComparison.Ordinal);
        var server = isOpen ? AccessGround.Open(open) : AccessGround.Claimed(team);
        var headers = await HeadersOf(caller);
        var wrong = new List<string>();
        foreach (var row in AccessTable.Rows)
        {
            var path = await server.Fill(row.Path);
            var answer = await server.Api.Send(new HttpMethod(row.Method), path, server.Body(row.Body), headers);
            var expected = row.Statuses[Array.IndexOf(AccessTable.Callers, caller)];
            if (answer.Status != expected)
                wrong.Add($"{row.Method} {row.Path} {row.Body}: {answer.Status} instead of {expected}");
            if (answer.Status >= 400 && row.Method != "HEAD")
                answer.ShouldBeProblem(answer.Status, answer.Json.Text("code")!);
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task The_table_has_every_route_of_the_document()
    {
        var document = (await open.Api.Get("/openapi.json")).ShouldBe(200).Json;
        var described = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()
            .Where(operation => operation.Value.TryGetProperty("operationId", out _)).Select(operation => $"{operation.Name.ToUpperInvariant()} {Shape(path.Name)}"));

        Assert.Empty(described.Except(AccessTable.Rows.Select(row => $"{row.Method} {Shape(row.Path.Split('?')[0])}")));
    }

    // Ids of whatever name, and the one route whose parameter is no id.
    private static string Shape(string path) =>
        System.Text.RegularExpressions.Regex.Replace(path, @"\{\w+\}|(?<=/isbn/).*", "*");

    private async Task<(string, string)[]> HeadersOf(string caller) => caller switch
    {
        "open-local" or "local" => [],
        "open-remote" or "remote" => [Elsewhere],
        "expired" => [Team.Bearer((ForgedToken.Like(team.TokenOf("admin")) with { Expires = DateTimeOffset.UtcNow.AddMinutes(-1) }).ToString())],
        "tampered" => [Team.Bearer((ForgedToken.Like(team.TokenOf("admin")) with { Key = "a key that somebody guessed, and wrongly" }).ToString())],
        "disabled" => [Team.Bearer(await Disabled())],
        // A token counts from everywhere.
        _ => [team.As(caller), Elsewhere],
    };

    private async Task<string> Disabled()
    {
        var (id, token) = await team.Join("disabled", "admin");
        (await team.Api.Patch(TestUsers.At(id), """{"is_active":false}""", team.Admin)).ShouldBe(200);
        return token;
    }
}

using LiteBooks.Http;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Http;

/// <summary>The page behind each problem's <c>type</c>.</summary>
public sealed class ProblemPagesTests(AppFixture app) : IClassFixture<AppFixture>
{
    public static TheoryData<string> Types => [.. ProblemTypes.All.Select(type => type.Uri)];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Every_type_of_problem_resolves_to_a_page_of_text(string type)
    {
        var answer = (await app.Api.Get(type, ("Accept", "text/html"))).ShouldBe(200);

        Assert.Equal("text/plain; charset=utf-8", answer.Header("Content-Type"));
        Assert.True(answer.Text.Length > 40, answer.Text);
    }

    [Fact]
    public async Task The_type_of_a_problem_is_the_address_of_its_page()
    {
        var problem = (await app.Api.Get("/none")).ShouldBeProblem(404, "not_found");

        var page = (await app.Api.Get(problem.Json.Text("type")!)).ShouldBe(200);

        Assert.StartsWith(problem.Json.Text("title")!, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_code_names_two_types()
    {
        Assert.Equal(ProblemTypes.All.Count, ProblemTypes.All.Select(type => type.Code).Distinct().Count());
        Assert.All(ProblemTypes.All, type => Assert.Matches("^[a-z]+(_[a-z]+)*$", type.Code));
    }
}

using LiteBooks.Http;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Http;

/// <summary>The pages behind the <c>type</c> of problems.</summary>
public sealed class ProblemPagesTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const string Path = "/problems/not-found";

    public static TheoryData<string> Slugs => [.. ProblemTypes.All.Select(type => type.Slug)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task Every_kind_has_a_page_for_programs_and_one_for_people(string slug)
    {
        var type = ProblemTypes.BySlug(slug)!;
        var json = (await app.Api.Get(type.Uri)).ShouldBe(200).Json;
        Assert.Equal(type.Uri, json.GetProperty("type").GetString());
        Assert.Equal(type.Code, json.GetProperty("code").GetString());
        Assert.Equal(type.Status, json.GetProperty("status").GetInt32());
        Assert.Equal(type.Title, json.GetProperty("title").GetString());
        Assert.Equal(type.Explanation, json.GetProperty("explanation").GetString());
        var page = (await app.Api.Get(type.Uri, ("Accept", "text/html"))).ShouldBe(200).Text;
        Assert.Contains($"<h1>{type.Title}</h1>", page, StringComparison.Ordinal);
        Assert.Contains($"\"code\": \"{type.Code}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_names_every_kind_once()
    {
        var kinds = (await app.Api.Get("/problems")).ShouldBe(200).Json.GetProperty("problems").EnumerateArray().Select(kind => kind.GetProperty("code").GetString());
        Assert.Equal(ProblemTypes.All.Select(type => type.Code), kinds);
        var page = (await app.Api.Get("/problems", ("Accept", "text/html"))).ShouldBe(200).Text;
        Assert.All(ProblemTypes.All, type => Assert.Contains($"<a href=\"{type.Uri}\">", page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_README_lists_every_kind_by_its_status_and_no_other()
    {
        var rows = Checkout.ReadAllLines("README.md").SkipWhile(line => line != "| status | codes |").Skip(2).TakeWhile(line => line.StartsWith('|'));
        var expected = ProblemTypes.All.GroupBy(type => type.Status).OrderBy(status => status.Key)
            .Select(status => $"| {status.Key} | {string.Join(", ", status.Select(type => $"`{type.Code}`"))} |");
        Assert.Equal(expected, rows);
    }

    [Theory]
    [InlineData("text/html", "text/html; charset=utf-8")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html; charset=utf-8")]
    [InlineData("application/json;q=0.5, text/html;q=0.6", "text/html; charset=utf-8")]
    [InlineData("application/json;q=0.6, text/html;q=0.5", "application/json; charset=utf-8")]
    [InlineData("application/json", "application/json; charset=utf-8")]
    [InlineData("text/html;q=0, */*", "application/json; charset=utf-8")]
    [InlineData("text/*;q=0.1, application/json;q=0.05", "text/html; charset=utf-8")]
    [InlineData("*/*", "application/json; charset=utf-8")]
    public async Task The_form_is_the_one_that_is_liked_best(string accept, string mediaType)
    {
        var answer = (await app.Api.Get(Path, ("Accept", accept))).ShouldBe(200);
        Assert.Equal(mediaType, answer.Header("Content-Type"));
        Assert.Contains("Accept", answer.Header("Vary"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("text/html;q=0, application/json;q=0")]
    public async Task Another_form_there_is_not(string accept) =>
        (await app.Api.Get(Path, ("Accept", accept))).ShouldBeProblem(406, "not_acceptable");

    [Fact]
    public async Task A_kind_that_there_is_not_is_a_problem_in_a_browser_too() =>
        (await app.Api.Get("/problems/none", ("Accept", "text/html"))).ShouldBeProblem(404, "not_found");

    [Fact]
    public async Task A_page_loads_nothing_but_its_style_sheet()
    {
        var page = (await app.Api.Get(Path, ("Accept", "text/html"))).ShouldBe(200);
        Assert.Contains("default-src 'none'; style-src 'self';", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("http:", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Text, StringComparison.Ordinal);
        Assert.Equal("text/css; charset=utf-8", (await app.Api.Get("/problems/problems.css")).ShouldBe(200).Header("Content-Type"));
    }

    [Fact]
    public async Task The_type_of_a_problem_is_the_address_of_its_page()
    {
        var problem = (await app.Api.Get("/none")).ShouldBeProblem(404, "not_found");

        var page = (await app.Api.Get(problem.Json.Text("type")!)).ShouldBe(200);

        Assert.Equal(problem.Json.Text("title"), page.Json.Text("title"));
    }

    [Fact]
    public void No_code_names_two_types()
    {
        Assert.Equal(ProblemTypes.All.Count, ProblemTypes.All.Select(type => type.Code).Distinct().Count());
        Assert.All(ProblemTypes.All, type => Assert.Matches("^[a-z]+(_[a-z]+)*$", type.Code));
    }
}

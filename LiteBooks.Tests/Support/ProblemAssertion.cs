using System.Globalization;
using System.Text.Json;

namespace LiteBooks.Tests.Support;

/// <summary>The one assertion for every error: a whole problem document (RFC 9457), and nothing of the inside.</summary>
internal static class ProblemAssertion
{
    private static readonly string[] Always = ["type", "title", "status", "detail", "instance", "code", "request_id", "timestamp"];
    private static readonly string[] Sometimes = ["errors", "existing_id", "field", "constraint", "retry_after"];
    private static readonly string[] Inside = ["SELECT", "INSERT", "sqlite", "Exception", " at LiteBooks", "/root", "/work", ".cs:line", "StackTrace", ".db", "System."];

    public static Problem ShouldBeProblem(this Answer answer, int status, string code)
    {
        answer.ShouldBe(status);
        Assert.Equal("application/problem+json", answer.Header("Content-Type"));
        HidesTheInside(answer);
        var problem = answer.Json;
        Assert.Empty(Always.Except(problem.Names()));
        Assert.Empty(problem.Names().Except(Always).Except(Sometimes));
        Assert.Equal(code, problem.Text("code"));
        Assert.Equal("/problems/" + code.Replace('_', '-'), problem.Text("type"));
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrWhiteSpace(problem.Text("title")));
        Assert.False(string.IsNullOrWhiteSpace(problem.Text("detail")));
        Assert.Equal(Uri.UnescapeDataString(answer.RequestPath()), Uri.UnescapeDataString(problem.Text("instance")!));
        Assert.Equal(answer.Header("X-Request-ID"), problem.Text("request_id"));
        IsNow(problem.Text("timestamp")!);
        return new Problem(problem);
    }

    /// <summary>422 with exactly these faults.</summary>
    public static Problem ShouldBeInvalid(this Answer answer, params (string Field, string Code)[] faults) =>
        answer.ShouldBeProblem(422, "validation_failed").WithFaults(faults);

    private static string RequestPath(this Answer answer) => answer.Request.RequestUri!.AbsolutePath;

    private static void HidesTheInside(Answer answer)
    {
        var said = answer.Text + string.Concat(answer.Headers.Values);
        Assert.All(Inside, word => Assert.DoesNotContain(word, said, StringComparison.OrdinalIgnoreCase));
    }

    private static void IsNow(string timestamp)
    {
        var time = DateTimeOffset.ParseExact(timestamp, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        Assert.InRange(time, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5));
    }
}

/// <summary>A problem document whose common members were checked.</summary>
internal sealed record Problem(JsonElement Json)
{
    public string Detail => Json.Text("detail")!;

    /// <summary>The message for a field.</summary>
    public string Message(string field) => Errors.Single(error => error.Text("field") == field).Text("message")!;

    /// <summary>Exactly these faults, in any order.</summary>
    public Problem WithFaults(params (string Field, string Code)[] expected)
    {
        Assert.All(Errors, error => Assert.Equal(["code", "field", "message"], error.Names().Order()));
        Assert.All(Errors, error => Assert.False(string.IsNullOrWhiteSpace(error.Text("message"))));
        Assert.Equal(expected.Order(), Errors.Select(error => (error.Text("field")!, error.Text("code")!)).Order());
        return this;
    }

    /// <summary>Exactly these fields are at fault, whatever the codes.</summary>
    public void WithFaultsIn(params string[] fields) => Assert.Equal(fields.Order(), Errors.Select(error => error.Text("field")).Order());

    private IEnumerable<JsonElement> Errors => Json.GetProperty("errors").EnumerateArray();
}

using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Operations;

public sealed class HealthTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task Health_tells_the_version_and_the_time()
    {
        var answer = (await app.Api.Get("/health")).ShouldBe(200);

        Assert.Equal(["status", "version", "timestamp"], answer.Json.Names());
        Assert.Equal("healthy", answer.Json.Text("status"));
        Assert.Matches(@"^\d+\.\d+\.\d+", answer.Json.Text("version"));
        Assert.InRange(answer.Json.GetProperty("timestamp").GetDouble(), DateTimeOffset.UtcNow.AddMinutes(-5).ToUnixTimeSeconds(), DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeSeconds());
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task Liveness_is_that_it_answers() => Assert.Equal("alive", (await app.Api.Get("/health/live")).ShouldBe(200).Json.Text("status"));

    [Fact]
    public async Task A_server_that_can_work_is_ready()
    {
        var ready = (await app.Api.Get("/health/ready")).ShouldBe(200).Json;

        Assert.Equal("ready", ready.Text("status"));
        Assert.All(["database", "migrations", "writable", "disk"], part => Assert.Equal("ok", ready.Text(part)));
    }

    [Fact]
    public async Task What_runs_the_server_sees_its_figures()
    {
        var before = (await app.Api.Get("/internal/metrics")).ShouldBe(200).Json;
        await app.Api.Create();
        var after = (await app.Api.Get("/internal/metrics")).ShouldBe(200).Json;

        Assert.Equal(before.GetProperty("total_books").GetInt64() + 1, after.GetProperty("total_books").GetInt64());
        Assert.True(after.GetProperty("uptime_seconds").GetDouble() > before.GetProperty("uptime_seconds").GetDouble());
        Assert.All(["database_bytes", "wal_bytes", "free_disk_bytes", "memory_bytes"], name => Assert.True(after.GetProperty(name).GetInt64() > 0, name));
        Assert.Equal("healthy", (await app.Api.Get("/internal/health")).ShouldBe(200).Json.Text("status"));
    }

    [Fact]
    public async Task What_is_internal_is_not_in_the_document()
    {
        var paths = (await app.Api.Get("/openapi.json")).ShouldBe(200).Json.GetProperty("paths").Names().ToList();

        Assert.Contains("/health/ready", paths);
        Assert.DoesNotContain(paths, path => path.Contains("internal", StringComparison.Ordinal) || path.Contains("/metrics", StringComparison.Ordinal));
    }
}

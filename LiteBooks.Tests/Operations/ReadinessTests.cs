using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Operations;

/// <summary>A server that cannot do its work says so, and says it no longer once it can.</summary>
public sealed class ReadinessTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private RunningServer _server = null!;
    private Api _api = null!;

    [Fact]
    public async Task While_another_process_holds_the_database_it_is_not_ready()
    {
        using (var other = TestDatabase.Connect(_folder.File("books.db")))
        {
            other.Run("BEGIN IMMEDIATE");
            var problem = (await _api.Get("/health/ready")).ShouldBeProblem(503, "not_ready");
            Assert.Contains("in use by another process", problem.Detail, StringComparison.Ordinal);
            Assert.Equal("unhealthy", (await _api.Get("/internal/health")).ShouldBe(200).Json.Text("status"));
            (await _api.Get("/health/live")).ShouldBe(200);
            (await _api.Get("/health")).ShouldBe(200);
            other.Run("ROLLBACK");
        }
        (await _api.Get("/health/ready")).ShouldBe(200);
    }

    [Fact]
    public async Task With_the_migration_of_another_program_it_is_not_ready()
    {
        using (var other = TestDatabase.Connect(_folder.File("books.db")))
            other.Run("INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('9999_later.sql', '2030-01-01')");

        Assert.Contains("other migrations", (await _api.Get("/health/ready")).ShouldBeProblem(503, "not_ready").Detail, StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        TestDatabase.CopyTo(_folder.File("books.db"));
        _server = await RunningServer.Start(_folder.File("books.db"), ("Database:BusyTimeoutSeconds", "1"));
        _api = new Api(_server.Address);
    }

    public async Task DisposeAsync()
    {
        _api.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }
}

public sealed class ReadOnlyReadinessTests(ReadOnlyReadinessTests.Fixture app) : IClassFixture<ReadOnlyReadinessTests.Fixture>
{
    public sealed class Fixture : AppFixture
    {
        protected override IEnumerable<(string Name, string Value)> Settings => [("Database:ReadOnly", "true"), .. base.Settings];
    }

    [Fact]
    public async Task A_read_only_server_is_ready_without_writing() => (await app.Api.Get("/health/ready")).ShouldBe(200);
}

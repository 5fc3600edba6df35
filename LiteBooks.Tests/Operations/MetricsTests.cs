using System.Globalization;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Operations;

/// <summary>The figures of a process of its own: meters belong to a process.</summary>
public sealed class MetricsTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private ChildServer _server = null!;
    private Api _api = null!;

    [Fact]
    public async Task Prometheus_finds_requests_database_writer_pool_and_log()
    {
        for (var i = 0; i < 7; i++)
            await _api.Create();
        (await _api.Get(Api.Books + "/1")).ShouldBe(200);

        var figures = await Scrape();

        Assert.Equal(7, figures.Sum("http_server_request_duration_seconds_count", "http_request_method=\"POST\"", "http_response_status_code=\"201\""));
        Assert.Equal(1, figures.Sum("http_server_request_duration_seconds_count", "http_route=\"/api/v1/books/{id}\""));
        Assert.True(figures.Sum("litebooks_db_read_duration_seconds_count") >= 1);
        Assert.True(figures.Sum("litebooks_db_commit_duration_seconds_count") >= 7);
        Assert.True(figures.Sum("litebooks_writer_batch_size_sum") >= 7);
        Assert.Equal(0, figures.Sum("litebooks_writer_queue"));
        Assert.True(figures.Sum("litebooks_readers_open") >= 1);
        Assert.True(figures.Sum("litebooks_wal_size_bytes") > 0);
        Assert.True(figures.Sum("litebooks_db_size_bytes") > 0);
        Assert.True(figures.Sum("kestrel_active_connections") >= 1);
        Assert.True(figures.Sum("dotnet_process_memory_working_set_bytes") > 1_000_000);
    }

    [Fact]
    public async Task Failures_are_counted_by_their_code()
    {
        using (var other = TestDatabase.Connect(_folder.File("books.db")))
        {
            other.Run("BEGIN IMMEDIATE");
            (await _api.Post(Api.Books, TestBooks.Minimal())).ShouldBeProblem(503, "database_busy");
        }

        Assert.Equal(1, (await Scrape()).Sum("litebooks_db_failures_total", "code=\"5\""));
    }

    [Fact]
    public async Task What_a_client_calls_a_path_is_no_label()
    {
        (await _api.Get("/a-path-of-my-own")).ShouldBe(404);
        (await _api.Get(Api.Books + "?search=secret")).ShouldBe(200);

        var text = (await _api.Get("/metrics")).ShouldBe(200).Text;

        Assert.DoesNotContain("a-path-of-my-own", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        TestDatabase.CopyTo(_folder.File("books.db"));
        _server = await ChildServer.Start(_folder.File("books.db"), [("Database:BusyTimeoutSeconds", "1")]);
        _api = new Api(_server.Address);
    }

    public async Task DisposeAsync()
    {
        _api.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<Figures> Scrape()
    {
        var answer = (await _api.Get("/metrics")).ShouldBe(200);
        Assert.StartsWith("text/plain; version=0.0.4", answer.Header("Content-Type"), StringComparison.Ordinal);
        return new Figures(answer.Text);
    }

    /// <summary>Prometheus' text form: <c>name{label="value",…} number</c>, and comments.</summary>
    private sealed class Figures(string text)
    {
        private readonly string[] _lines = [.. text.Split('\n').Where(line => line.Length > 0 && line[0] != '#')];

        public double Sum(string name, params string[] labels) => _lines
            .Where(line => line.Split('{', ' ')[0] == name && labels.All(label => line.Contains(label, StringComparison.Ordinal)))
            .Select(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture))
            .DefaultIfEmpty(double.NaN)
            .Sum();
    }
}

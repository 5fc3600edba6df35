using System.Collections.Concurrent;
using System.Text;
using LiteBooks.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace LiteBooks.Tests.Operations;

/// <summary>A collector receives the figures over OTLP, where the standard environment variables name one.</summary>
public sealed class OtlpTests
{
    [Fact]
    public async Task A_collector_of_the_environment_receives_the_figures()
    {
        using var folder = new TempFolder();
        await using var collector = await Collector.Start();
        await using var server = await ChildServer.Start(folder.File("books.db"), [], [
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_EXPORTER_OTLP_HEADERS", "x-tenant=shop"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "200"),
            ("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment=back-room")]);
        using var api = new Api(server.Address);
        (await api.Get(Api.Books)).ShouldBe(200);

        var sent = await collector.Received("http.server.request.duration").WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal("/v1/metrics", sent.Path);
        Assert.Equal("shop", sent.Tenant);
        Assert.Contains("litebooks.db.read.duration", sent.Body, StringComparison.Ordinal);
        Assert.Contains("back-room", sent.Body, StringComparison.Ordinal);
        Assert.Contains("litebooks", sent.Body, StringComparison.Ordinal);
    }

    private sealed record Sent(string Path, string? Tenant, string Body);

    private sealed class Collector : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly ConcurrentQueue<Sent> _sent = new();

        private Collector(WebApplication app) => _app = app;

        public string Address => _app.Urls.Single();

        public static async Task<Collector> Start()
        {
            var builder = WebApplication.CreateEmptyBuilder(new());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var collector = new Collector(builder.Build());
            collector._app.Run(collector.Take);
            await collector._app.StartAsync();
            return collector;
        }

        public async Task<Sent> Received(string metric)
        {
            while (true)
            {
                if (_sent.FirstOrDefault(sent => sent.Body.Contains(metric, StringComparison.Ordinal)) is { } found)
                    return found;
                await Task.Delay(50);
            }
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        // Names are plain text within the protocol buffers.
        private async Task Take(HttpContext context)
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            _sent.Enqueue(new Sent(context.Request.Path.Value!, context.Request.Headers["x-tenant"], Encoding.Latin1.GetString(body.ToArray())));
        }
    }
}

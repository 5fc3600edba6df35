using Microsoft.AspNetCore.Builder;

namespace LiteBooks.Tests.Support;

/// <summary>The server inside the test process, on real Kestrel.</summary>
internal sealed class InProcessServer : RunningServer
{
    private readonly WebApplication _app;

    private InProcessServer(WebApplication app) => _app = app;

    public override Uri Address => new(_app.Urls.Single());

    public static new async Task<InProcessServer> Start(string database, IEnumerable<(string Name, string Value)> settings)
    {
        var app = await Server.Build(TestSettings.Configuration([
            ("urls", "http://127.0.0.1:0"),
            ("Database:Path", database),
            ("Logging:LogLevel:Default", "Warning"),
            ("Logging:LogLevel:Microsoft", "Warning"),
            .. settings]));
        await app.StartAsync();
        return new InProcessServer(app);
    }

    public override async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

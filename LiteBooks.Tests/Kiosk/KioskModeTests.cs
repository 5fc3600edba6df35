using System.Net;
using System.Net.Sockets;
using LiteBooks.Tests.Cli;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Kiosk;

/// <summary><c>litebooks serve --kiosk</c>.</summary>
public sealed class KioskModeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public KioskModeTests() => TestDatabase.CopyTo(_folder.File("litebooks.db"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_is_read_only_shows_the_kiosk_first_and_has_patience_with_who_types()
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        using var server = CommandRun.Start(_folder, "serve", "--kiosk", "--urls", address, "--RateLimit:Loopback=true");
        try
        {
            using var api = new Api(new Uri(address));
            await Eventually.Is(async () => await Answers(api));
            var page = await api.Get("/");
            Assert.StartsWith("text/html", page.Header("Content-Type"), StringComparison.Ordinal);
            Assert.Contains("&quot;isKiosk&quot;:true", page.Text, StringComparison.Ordinal);
            Assert.Contains("q=1000;", page.Header("RateLimit-Policy"), StringComparison.Ordinal);
            Assert.Equal("LiteBooks", (await api.Get("/", ("Accept", "application/json"))).Json.GetProperty("name").GetString());
            foreach (var method in new[] { "POST", "PUT", "PATCH", "DELETE" })
            {
                var path = method == "POST" ? Api.Books : Api.Books + "/1";
                (await api.Send(new HttpMethod(method), path, Api.Json("{}"))).ShouldBeProblem(403, "read_only");
            }
            (await api.Get("/api/v1/admin/audit")).ShouldBeProblem(404, "not_found");
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    private static async Task<bool> Answers(Api api)
    {
        try
        {
            return (await api.Get("/health/live")).Status == 200;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

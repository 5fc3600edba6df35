using System.Text.Json;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Operations;

/// <summary>Whoever watches the server sees how old its last backup is.</summary>
public sealed class BackupFiguresTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task The_age_of_the_last_good_backup_is_told_by_readiness_and_figures()
    {
        await using var server = await ChildServer.Start(_folder.File("books.db"), [("Backup:Every", "1d")]);
        using var api = new Api(server.Address);

        await Eventually.Is(async () => (await Ready(api)).GetProperty("last_backup_at").ValueKind == JsonValueKind.String);

        Assert.InRange((await Ready(api)).GetProperty("last_backup_age_seconds").GetInt64(), 0, 600);
        var figures = (await api.Get("/metrics")).ShouldBe(200).Text;
        Assert.Contains("litebooks_backup_age_seconds{", figures, StringComparison.Ordinal);
        Assert.Contains("litebooks_backup_failures_total{otel_scope_name=\"LiteBooks.Backups\"} 0\n", figures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_backup_there_is_no_age()
    {
        await using var server = await ChildServer.Start(_folder.File("books.db"), []);
        using var api = new Api(server.Address);

        Assert.Equal(JsonValueKind.Null, (await Ready(api)).GetProperty("last_backup_at").ValueKind);
        Assert.DoesNotContain("litebooks_backup_age_seconds{", (await api.Get("/metrics")).ShouldBe(200).Text, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<JsonElement> Ready(Api api) => (await api.Get("/health/ready")).ShouldBe(200).Json;
}

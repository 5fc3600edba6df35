namespace LiteBooks.Tests.Support;

/// <summary>
/// One server for a test class: real Kestrel, a real database file in a folder of its own. It runs in this process or,
/// where the environment variable LITEBOOKS_BIN names a published binary, as that program.
/// </summary>
public class AppFixture : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private RunningServer? _server;

    public string DatabasePath => _folder.File("books.db");

    public Uri Address => _server!.Address;

    internal Api Api { get; private set; } = null!;

    /// <summary>What differs from the defaults. The catalogue is empty unless the sample is asked for, and a test may send what it likes.</summary>
    protected virtual IEnumerable<(string Name, string Value)> Settings => [("Catalog:Sample", "false"), ("RateLimit:PerMinute", "0")];

    /// <summary>Lays out the database file before the server starts.</summary>
    protected virtual void Prepare() => TestDatabase.CopyTo(DatabasePath);

    public virtual async Task InitializeAsync()
    {
        Prepare();
        _server = await RunningServer.Start(DatabasePath, Settings);
        Api = new Api(_server.Address);
    }

    public async Task DisposeAsync()
    {
        Api?.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        _folder.Dispose();
    }
}

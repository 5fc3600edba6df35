using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Breakage;

/// <summary>What the tests of faults stand on: a folder, a database in it, and servers as processes of their own. They run one after the other.</summary>
[Collection("Faults")]
public abstract class FaultGround : IDisposable
{
    private readonly TempFolder _folder = new();

    private protected static readonly (string Name, string Value)[] Settings = [("Catalog:Sample", "false"), ("Database:BusyTimeoutSeconds", "1")];

    private protected TempFolder Folder => _folder;

    private protected string Database => _folder.File("books.db");

    private protected Task<ChildServer> Start(params (string Name, string Value)[] settings) => ChildServer.Start(Database, [.. Settings, .. settings]);

    private protected Task<ChildServer> Start(FaultControl faults, params (string Name, string Value)[] settings) => ChildServer.Start(Database, [.. Settings, .. settings], faults.Environment);

    /// <summary>A write by one client, asked for again until it is done.</summary>
    private protected static async Task Recovers(PromisingClient client, Api api)
    {
        for (var until = DateTime.UtcNow.AddMinutes(1); !await Succeeds(client, api); await Task.Delay(50))
            Assert.True(DateTime.UtcNow < until, "Writes did not go on.");
        (await api.Get("/health/ready")).ShouldBe(200);
    }

    private static async Task<bool> Succeeds(PromisingClient client, Api api)
    {
        try
        {
            return (await client.Create(api)).Status == 201;
        }
        catch (HttpRequestException)
        {
            // Cut off, as one of too many.
            return false;
        }
    }

    public virtual void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }
}

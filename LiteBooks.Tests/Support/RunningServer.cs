namespace LiteBooks.Tests.Support;

/// <summary>A server that listens on an address of its own.</summary>
internal abstract class RunningServer : IAsyncDisposable
{
    public abstract Uri Address { get; }

    /// <summary>Starts the published binary where the run is for one, else a server in this process.</summary>
    public static async Task<RunningServer> Start(string database, params IEnumerable<(string Name, string Value)> settings) =>
        ChildServer.Binary is null ? await InProcessServer.Start(database, settings) : await ChildServer.Start(database, settings);

    public abstract ValueTask DisposeAsync();
}

using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Breakage;

/// <summary>The process may open no more files.</summary>
[Trait("Category", "Faults")]
public sealed class FileHandleTests : FaultGround
{
    private const int Connections = 300;

    [SkippableFact]
    public async Task A_process_that_runs_out_of_file_handles_goes_on_when_they_are_given_back()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "prlimit is Linux's.");
        Skip.If(ChildServer.Binary is null, "Without LITEBOOKS_BIN it is the run time that opens files: its own parts, whenever they are needed.");
        var promises = new Promises(clients: 4);
        await using (var server = await Start())
        {
            await promises.RunFor(server.Address, TimeSpan.FromSeconds(0.5));
            Limit(server.ProcessId, Handles(server.ProcessId) + 20);
            var crowd = new List<TcpClient>();
            try
            {
                for (var i = 0; i < Connections; i++)
                    crowd.Add(await Connect(server.Address));
                await Eventually.Is(() => Handles(server.ProcessId) >= LimitOf(server.ProcessId) - 1);
                // Who is connected is served, told that it cannot be, or cut off.
                foreach (var client in crowd)
                    await Send(client, $"GET {Api.Books} HTTP/1.1\r\nHost: localhost\r\n\r\n");
                await Task.Delay(500);
            }
            finally
            {
                crowd.ForEach(client => client.Dispose());
            }
            using var api = new Api(server.Address);
            await Recovers(promises.One, api);
            await promises.RunFor(server.Address, TimeSpan.FromSeconds(0.5));
            promises.ShouldBeKept(Database);
            Assert.Equal(0, await server.Terminate());
        }
        promises.ShouldBeKept(Database);
    }

    [SkippableFact]
    public async Task A_server_that_may_have_few_files_open_refuses_further_connections_and_serves_those_that_it_has()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "prlimit is Linux's.");
        Skip.If(ChildServer.Binary is null, "Without LITEBOOKS_BIN it is the run time that opens files: its own parts, whenever they are needed.");
        var promises = new Promises(clients: 4);
        await using var server = await ChildServer.Start(Database, Settings, [], "prlimit", "--nofile=64:64");
        using var stop = new CancellationTokenSource();
        var writing = promises.Run(server.Address, stop.Token);
        await Eventually.Is(() => promises.Acknowledged > 20);
        var crowd = new List<TcpClient>();
        for (var i = 0; i < Connections; i++)
            crowd.Add(await Connect(server.Address));

        await Eventually.Is(() => crowd.Count(IsClosed) >= Connections - 64);
        var before = promises.Acknowledged;
        await Eventually.Is(() => promises.Acknowledged > before + 20);

        crowd.ForEach(client => client.Dispose());
        await stop.CancelAsync();
        await writing;
        Assert.Empty(promises.Refusals);
        using var api = new Api(server.Address);
        await Recovers(promises.One, api);
        promises.ShouldBeKept(Database);
    }

    private static bool IsClosed(TcpClient client) => client.Client.Poll(0, SelectMode.SelectRead);

    private static int Handles(int process) => Directory.GetFileSystemEntries($"/proc/{process}/fd").Length;

    private static int LimitOf(int process) =>
        int.Parse(File.ReadLines($"/proc/{process}/limits").Single(line => line.StartsWith("Max open files", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[3], CultureInfo.InvariantCulture);

    private static void Limit(int process, int handles)
    {
        using var prlimit = Process.Start("prlimit", ["--pid", process.ToString(CultureInfo.InvariantCulture), $"--nofile={handles}:{handles}"]);
        prlimit.WaitForExit();
        Assert.Equal(0, prlimit.ExitCode);
    }

    private static async Task<TcpClient> Connect(Uri address)
    {
        var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        return client;
    }

    private static async Task Send(TcpClient client, string request)
    {
        try
        {
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        }
        catch (IOException)
        {
            // Refused.
        }
    }
}

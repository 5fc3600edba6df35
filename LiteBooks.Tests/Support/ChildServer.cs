using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LiteBooks.Tests.Cli;

namespace LiteBooks.Tests.Support;

/// <summary>The server as a process of its own, with nothing of this process's environment.</summary>
internal sealed partial class ChildServer : RunningServer
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildServer(Process process) => _process = process;

    /// <summary>The published binary under test, if the run is for one.</summary>
    public static string? Binary => Environment.GetEnvironmentVariable("LITEBOOKS_BIN") is { Length: > 0 } path ? path : null;

    /// <summary>The program under test with what has to come before its arguments: the published binary, or the one that was built beside the tests.</summary>
    public static IReadOnlyList<string> Program { get; } = Binary is { } binary ? [binary] : ["dotnet", Path.Combine(AppContext.BaseDirectory, "LiteBooks.dll")];

    public override Uri Address => _listening.Task.Result;

    public int ProcessId => _process.Id;

    /// <summary>What the server has written so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public static new async Task<ChildServer> Start(string database, IEnumerable<(string Name, string Value)> settings) => await Start(database, settings, []);

    /// <summary>The same with environment variables, and by a program that starts others.</summary>
    public static async Task<ChildServer> Start(string database, IEnumerable<(string Name, string Value)> settings, IReadOnlyList<(string Name, string Value)> environment, params string[] by)
    {
        var server = Begin(database, settings, environment, by);
        try
        {
            await server._listening.Task.WaitAsync(LongestStart);
            return server;
        }
        catch (Exception e)
        {
            await server.DisposeAsync();
            throw new InvalidOperationException($"The server did not start. Its output:\n{server.Output}", e);
        }
    }

    /// <summary>Starts it where it may refuse to: returns it, or else how it ended.</summary>
    public static async Task<(ChildServer? Server, CommandRun? Refusal)> TryToStart(string database, IEnumerable<(string Name, string Value)> settings, IReadOnlyList<(string Name, string Value)> environment)
    {
        var server = Begin(database, settings, environment);
        var ended = server._process.WaitForExitAsync();
        if (await Task.WhenAny(server._listening.Task, ended).WaitAsync(LongestStart) != ended && server._listening.Task.IsCompletedSuccessfully)
            return (server, null);
        // Its last lines come after its end.
        await ended;
        await using (server)
            return (null, new CommandRun(server._process.ExitCode, server.Output, server._errors.ToString()));
    }

    /// <summary>Waits until the server has written a text: its log comes a moment after its answer.</summary>
    public async Task ShouldWrite(string text)
    {
        using var patience = new CancellationTokenSource(LongestStart);
        // Taken before the look, so that no line can slip in between.
        for (var next = _next; !Output.Contains(text, StringComparison.Ordinal); next = _next)
            await next.Task.WaitAsync(patience.Token);
    }

    /// <summary>Ends the process without any warning, as <c>kill -9</c> does.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks the process to end, as a service manager does, or by another signal; returns its exit code.</summary>
    public async Task<int> Terminate(string signal = "TERM")
    {
        using (var kill = Process.Start("kill", ["-" + signal, _process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public override async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await Kill();
        _process.Dispose();
    }

    private static ChildServer Begin(string database, IEnumerable<(string Name, string Value)> settings, IReadOnlyList<(string Name, string Value)> environment, params string[] by)
    {
        var command = Command(database, settings, by);
        foreach (var (name, value) in environment)
            command.Environment[name] = value;
        var server = new ChildServer(new Process { StartInfo = command, EnableRaisingEvents = true });
        server.Run();
        return server;
    }

    private static ProcessStartInfo Command(string database, IEnumerable<(string Name, string Value)> settings, string[] by)
    {
        string[] words = [.. by, .. Program];
        var command = new ProcessStartInfo(words[0], words[1..]);
        command.WorkingDirectory = Path.GetDirectoryName(database);
        command.RedirectStandardOutput = true;
        command.RedirectStandardError = true;
        command.Environment.Clear();
        command.ArgumentList.Add("--database");
        command.ArgumentList.Add(database);
        if (!settings.Any(setting => setting.Name == "urls"))
            command.ArgumentList.Add("--urls=http://127.0.0.1:0");
        // For people, as these tests read it; what collects logs is tested apart.
        command.ArgumentList.Add("--Log:Format=text");
        foreach (var (name, value) in settings)
            command.ArgumentList.Add($"--{name}={value}");
        return command;
    }

    private void Run()
    {
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => TakeError(line.Data);
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException("The server ended."));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void TakeError(string? line)
    {
        _errors.AppendLine(line);
        Take(line);
    }

    private void Take(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
        if (line is not null && Listening().Match(line) is { Success: true } match)
            _listening.TrySetResult(new Uri(match.Groups["url"].Value));
        Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    [GeneratedRegex(@"Now listening on: (?<url>https?://[^\s""]+)")]
    private static partial Regex Listening();
}

using System.Diagnostics;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Cli;

/// <summary>A command that has run to its end as a process of its own.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Runs the published binary where the run is for one, else the program that was built beside the tests.</summary>
    public static CommandRun Of(TempFolder folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        return End(process);
    }

    /// <summary>The same with a line on standard input, or nothing on it.</summary>
    public static CommandRun Of(TempFolder folder, string? input, string[] arguments)
    {
        using var process = Start(folder, arguments);
        if (input is not null)
            process.StandardInput.WriteLine(input);
        process.StandardInput.Close();
        return End(process);
    }

    public static Process Start(TempFolder folder, params string[] arguments) => Start(folder, [], arguments);

    /// <summary>The same with environment variables.</summary>
    public static Process Start(TempFolder folder, IEnumerable<(string Name, string Value)> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(ChildServer.Program[0], ChildServer.Program.Skip(1));
        start.WorkingDirectory = folder.Path;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment.Clear();
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    /// <summary>Waits for the end of a command that was started.</summary>
    public static CommandRun End(Process process)
    {
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(Longest), "The command did not end.");
        return new CommandRun(process.ExitCode, output, error.Result);
    }

    public CommandRun ShouldExit(int code)
    {
        Assert.True(ExitCode == code, $"Expected exit code {code}, got {ExitCode}.\n{Output}\n{Error}");
        return this;
    }

    /// <summary>Could not run: exit code 2, and one line that says why and shows nothing of the inside.</summary>
    public void ShouldBeRefused(string because)
    {
        ShouldExit(2);
        var line = Assert.Single(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("litebooks: ", line, StringComparison.Ordinal);
        Assert.Contains(because, line, StringComparison.Ordinal);
        Assert.DoesNotContain(" at LiteBooks.", line, StringComparison.Ordinal);
    }
}

using Spectre.Console;

namespace LiteBooks.Seed.Display;

/// <summary>Shows how far the work is: a bar for a person at a terminal, plain lines for a log.</summary>
internal static class ProgressDisplay
{
    public static Task<T> During<T>(int total, Func<IProgress<int>, Task<T>> work) =>
        !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities is { Interactive: true, Ansi: true }
            ? ShowBar(total, work)
            : work(new ProgressLines(total, Console.Out));

    private static Task<T> ShowBar<T>(int total, Func<IProgress<int>, Task<T>> work) =>
        AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(display => work(new ProgressBarTask(display.AddTask("books", maxValue: total))));

    private sealed class ProgressBarTask(ProgressTask task) : IProgress<int>
    {
        public void Report(int value) => task.Increment(value);
    }
}

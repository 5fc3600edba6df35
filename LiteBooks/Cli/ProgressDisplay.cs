using System.Globalization;
using Spectre.Console;

namespace LiteBooks.Cli;

/// <summary>Shows how far a long command is: a bar on a terminal, a line at each tenth elsewhere. Standard output stays free for results.</summary>
public static class ProgressDisplay
{
    /// <summary>Runs the work, which reports how much of the total it has done.</summary>
    public static T Run<T>(string label, long total, Func<Action<long>, T> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        if (Console.IsErrorRedirected)
            return work(Lines(label, total));
        return console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask(label, maxValue: Math.Max(1, total));
                var result = work(done => task.Value = done);
                task.Value = task.MaxValue;
                return result;
            });
    }

    private static Action<long> Lines(string label, long total)
    {
        var next = 10L;
        return done =>
        {
            var percent = total == 0 ? 100 : done * 100 / total;
            if (percent < next)
                return;
            next = percent / 10 * 10 + 10;
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{label}: {percent / 10 * 10} %"));
        };
    }
}

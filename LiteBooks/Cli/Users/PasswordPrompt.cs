using Spectre.Console;

namespace LiteBooks.Cli.Users;

/// <summary>Asks for a password: unseen on a terminal, or the first line of standard input. Never an argument, which others on the machine can see.</summary>
internal static class PasswordPrompt
{
    public static string Ask()
    {
        if (Console.IsInputRedirected)
            return Console.In.ReadLine() ?? throw new CannotStartException("A password is expected on standard input.");
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        var password = Secret(console, "Password:");
        return Secret(console, "Again:") == password ? password : throw new CannotStartException("The two passwords differ.");
    }

    private static string Secret(IAnsiConsole console, string label) => console.Prompt(new TextPrompt<string>(label).Secret(mask: null).AllowEmpty());
}

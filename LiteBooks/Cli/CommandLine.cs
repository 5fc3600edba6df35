using System.CommandLine;
using System.Net.Sockets;

namespace LiteBooks.Cli;

/// <summary>The program's commands. Without one it serves.</summary>
public static class CommandLine
{
    /// <summary>The exit code of a command that could not do its work at all.</summary>
    public const int CouldNotRun = 2;

    /// <summary>Runs a command and returns its exit code. What cannot start says why in one line on standard error.</summary>
    public static async Task<int> Run(string[] args, Func<IConfiguration, CancellationToken, Task<int>> serve)
    {
        try
        {
            var settings = SettingArguments.TakeFrom(ref args);
            // Each command ends in its own way when it is interrupted: the server drains, the import finishes its batch.
            var invocation = new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false };
            var parsed = Root(new CommandContext(settings), serve).Parse(args);
            var exitCode = await parsed.InvokeAsync(invocation);
            return parsed.Errors.Count > 0 ? CouldNotRun : exitCode;
        }
        catch (CannotStartException e)
        {
            return Refuse(e.Message);
        }
        catch (OperationCanceledException)
        {
            return Refuse("Interrupted. Nothing was changed.");
        }
        catch (DatabaseUnavailableException e)
        {
            return Refuse(e.Failure.Detail);
        }
        catch (IOException e)
        {
            // An address in use, a file that cannot be read or written: the framework's message names it.
            return Refuse(e.Message);
        }
        catch (SocketException e)
        {
            return Refuse($"The server cannot listen at an address in --urls: {e.Message}");
        }
        catch (UnauthorizedAccessException e)
        {
            return Refuse(e.Message);
        }
    }

    private static RootCommand Root(CommandContext context, Func<IConfiguration, CancellationToken, Task<int>> serve)
    {
        var root = new RootCommand("LiteBooks: a book-catalogue server in one file. Without a command it serves.\n\nAny setting can be given as --Section:Name=value.");
        root.Options.Add(context.Database);
        var urls = new Option<string?>("--urls") { Description = $"Where to listen, separated by semicolons (default {ListenAddresses.Default}).", HelpName = "URLS" };
        root.Options.Add(urls);
        root.Options.Add(context.ReadOnly);
        root.Options.Add(context.Kiosk);
        Task<int> Serve(ParseResult parsed, CancellationToken cancel) => serve(context.Configuration(parsed, parsed.GetValue(urls)), cancel);
        root.SetAction(Serve);
        var command = new Command("serve", "Serve the catalogue (the default).") { urls, context.ReadOnly, context.Kiosk };
        command.SetAction(Serve);
        root.Subcommands.Add(command);
        root.Subcommands.Add(Import.ImportCommand.Build(context));
        root.Subcommands.Add(Export.ExportCommand.Build(context));
        root.Subcommands.Add(Backup.BackupCommand.Build(context));
        root.Subcommands.Add(Restore.RestoreCommand.Build(context));
        root.Subcommands.Add(Check.CheckCommand.Build(context));
        root.Subcommands.Add(Users.UsersCommand.Build(context));
        root.Subcommands.Add(OpenApiCommand.Build());
        root.Subcommands.Add(Service.SystemdUnitCommand.Build());
        return root;
    }

    private static int Refuse(string reason)
    {
        Console.Error.WriteLine("litebooks: " + reason.ReplaceLineEndings(" "));
        return CouldNotRun;
    }
}

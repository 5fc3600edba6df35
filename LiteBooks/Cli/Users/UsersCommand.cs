using System.CommandLine;
using LiteBooks.Users;

namespace LiteBooks.Cli.Users;

/// <summary><c>litebooks users add|list|passwd|disable</c>: for whoever has the database file, also beside a running server.</summary>
internal static class UsersCommand
{
    public static Command Build(CommandContext context) => new("users", "Add, list and disable users, and set their passwords; also beside a running server.")
    {
        Add(context),
        List(context),
        SetPassword(context),
        Disable(context),
    };

    private static Command Add(CommandContext context)
    {
        var name = Name();
        var email = new Option<string>("--email") { Description = "The e-mail address, of which each user has another.", HelpName = "ADDRESS", Required = true };
        var fullName = new Option<string?>("--full-name") { Description = "The name in full (default: the username).", HelpName = "NAME" };
        var role = new Option<string>("--role") { Description = "viewer, editor or admin; the first user has to be an admin.", HelpName = "ROLE", DefaultValueFactory = _ => Roles.Viewer };
        var command = new Command("add", "Add a user. The first one claims the server: from then on every write needs a token.") { name, email, fullName, role };
        command.SetAction((parsed, _) => UserDesk.With(context, parsed, desk => desk.Add(new CreateUser
        {
            Username = parsed.GetValue(name),
            Email = parsed.GetValue(email),
            FullName = parsed.GetValue(fullName) ?? parsed.GetValue(name),
            Role = parsed.GetValue(role),
            Password = PasswordPrompt.Ask(),
        }), mayMake: true));
        return command;
    }

    private static Command List(CommandContext context)
    {
        var command = new Command("list", "List the users.");
        command.SetAction((parsed, _) => UserDesk.With(context, parsed, desk => desk.List(Console.Out)));
        return command;
    }

    private static Command SetPassword(CommandContext context)
    {
        var name = Name();
        var command = new Command("passwd", "Set a user's password. All tokens of the user end at once.") { name };
        command.SetAction((parsed, _) => UserDesk.With(context, parsed, desk => desk.SetPassword(parsed.GetRequiredValue(name), PasswordPrompt.Ask())));
        return command;
    }

    private static Command Disable(CommandContext context)
    {
        var name = Name();
        var command = new Command("disable", "Let a user no longer sign in. All tokens of the user end at once.") { name };
        command.SetAction((parsed, _) => UserDesk.With(context, parsed, desk => desk.Disable(parsed.GetRequiredValue(name))));
        return command;
    }

    private static Argument<string> Name() => new("NAME") { Description = "The username." };
}

using System.CommandLine;
using LiteBooks.Data;
using LiteBooks.Users;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiteBooks.Cli.Users;

/// <summary>Does to users what the commands ask for, under the rules of the API. A refusal is one line on standard error and exit code 2.</summary>
internal sealed class UserDesk(UserRepository users)
{
    private static readonly Passwords Passwords = new();

    /// <summary>Only a first user is added where there is no database yet; the other commands would find nobody in a new one.</summary>
    public static async Task<int> With(CommandContext context, ParseResult parsed, Func<UserDesk, Task> work, bool mayMake = false)
    {
        var settings = Settings.Read(context.Configuration(parsed)).ToWrite();
        if (!mayMake && !File.Exists(settings.DatabasePath))
            throw new CannotStartException($"There is no database {Path.GetFullPath(settings.DatabasePath)}.");
        using var database = Database.Open(settings, NullLoggerFactory.Instance);
        await work(new UserDesk(RepositoryOf(database)));
        return 0;
    }

    private static UserRepository RepositoryOf(Database database) =>
        new(database, new AuditTrail(TimeProvider.System), new ActivityLog(TimeProvider.System), new Outbox(TimeProvider.System), TimeProvider.System);

    public async Task Add(CreateUser user)
    {
        var faults = new Faults();
        var fields = UserRules.Check(user, faults);
        Refuse(faults);
        var added = Accept(await users.Insert(fields, Passwords.Hash(user.Password!), Actor.CommandLine));
        Console.WriteLine($"Added {added.Username} ({added.Role}).");
    }

    public Task List(TextWriter to)
    {
        for (var page = PageRequest.First with { PerPage = PageRequest.MostPerPage }; ; page = page with { Page = page.Page + 1 })
        {
            var (rows, total) = users.List(new UserQuery { Page = page });
            foreach (var row in rows)
                to.WriteLine($"{row.Username}\t{row.Role}\t{(row.IsActive ? "active" : "disabled")}\t{row.Email}\t{row.FullName.ReplaceLineEndings(" ")}");
            if (page.Page >= page.PagesOf(total))
                return Task.CompletedTask;
        }
    }

    public async Task SetPassword(string username, string password)
    {
        var user = Find(username);
        var faults = new Faults();
        UserRules.Password("password", password, faults);
        Refuse(faults);
        Accept(await users.Update(user.Id, ExpectedVersion.Any, new UserPatch(), Passwords.Hash(password), Actor.CommandLine));
        Console.WriteLine($"{user.Username} has a new password.");
    }

    public async Task Disable(string username)
    {
        var user = Find(username);
        Accept(await users.Update(user.Id, ExpectedVersion.Any, new UserPatch { IsActive = false }, null, Actor.CommandLine));
        Console.WriteLine($"{user.Username} is disabled.");
    }

    private UserRow Find(string username) => users.FindByName(username) ?? throw new CannotStartException($"There is no user '{username}'.");

    private static void Refuse(Faults faults)
    {
        if (faults.Any)
            throw new CannotStartException(string.Join(" ", faults.ToFailure().Faults.Select(fault => $"{fault.Field}: {fault.Message}")));
    }

    private static UserRow Accept(Outcome<UserRow> outcome) =>
        outcome.Succeeded(out var row, out var failure) ? row : throw new CannotStartException(failure.Detail);
}

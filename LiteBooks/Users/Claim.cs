namespace LiteBooks.Users;

/// <summary>Who a server belongs to, at its start: adds the administrator that the settings name, and says in the log how things stand.</summary>
public sealed class Claim(UserRepository users, Passwords passwords, Settings settings, ILogger<Claim> log)
{
    public async Task Announce()
    {
        if (settings.FirstAdmin is { } admin && !settings.ReadOnly && users.Count() == 0)
            await Add(admin);
        var known = users.Count();
        if (settings.ReadOnly)
            log.LogInformation("Read-only: every write is refused");
        else if (known > 0)
            log.LogInformation("Claimed: there are {Users} users, and every write needs a token (POST /auth/token)", known);
        else
            log.LogInformation("Open: there are no users yet. This machine itself may do everything, others may only read; behind a proxy that does not say so, everybody is this machine. To claim the server, add an administrator: litebooks users add NAME --email ADDRESS --role admin");
    }

    private async Task Add(FirstAdmin admin)
    {
        var faults = new Faults();
        var fields = UserRules.Check(new CreateUser { Username = admin.Username, Email = admin.Email, FullName = admin.Username, Role = Roles.Admin, Password = admin.Password }, faults);
        if (faults.Any)
        {
            var fault = faults.ToFailure().Faults[0];
            throw new CannotStartException($"The setting {SettingOf(fault.Field)} is not valid: {fault.Message}");
        }
        var added = await users.Insert(fields, passwords.Hash(admin.Password), Actor.Server);
        if (added.Failure is { } failure)
            throw new CannotStartException($"The administrator of the settings could not be added: {failure.Detail}");
        log.LogInformation("Added the administrator {Username} of the settings", admin.Username);
    }

    private static string SettingOf(string field) => field switch
    {
        "password" => "Auth:AdminPassword",
        "email" => "Auth:AdminEmail",
        _ => "Auth:AdminUsername",
    };
}

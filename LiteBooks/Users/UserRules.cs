using System.Net.Mail;
using System.Text.RegularExpressions;

namespace LiteBooks.Users;

/// <summary>What makes a user valid, whoever brings it: API, command line or settings. What is returned counts only if no fault was added.</summary>
public static partial class UserRules
{
    public static UserFields Check(CreateUser user, Faults faults)
    {
        Password("password", user.Password, faults);
        return new()
        {
            Username = Username(user.Username, faults),
            Email = Email(user.Email, faults),
            FullName = FullName(user.FullName, faults),
            Role = Role(user.Role, faults),
        };
    }

    public static UserPatch Check(UpdateUser user, Faults faults)
    {
        if (user.Password.IsSet)
            Password("password", user.Password.Value, faults);
        return new()
        {
            Username = user.Username.Select(value => Username(value, faults)),
            Email = user.Email.Select(value => Email(value, faults)),
            FullName = user.FullName.Select(value => FullName(value, faults)),
            Role = user.Role.Select(value => Role(value, faults)),
            IsActive = user.IsActive.Select(value => Required("is_active", value, faults)),
        };
    }

    /// <summary>Checks a password; as it is, blanks included.</summary>
    public static void Password(string field, string? value, Faults faults)
    {
        if (Text(field, value, UserLimits.ShortestPassword, UserLimits.Password, faults) is null)
            faults.Add(field, "A value is required.", "required");
    }

    private static string Username(string? value, Faults faults)
    {
        var username = Required("username", value, UserLimits.ShortestUsername, UserLimits.Username, faults);
        if (!UsernameForm().IsMatch(username))
            faults.Add("username", "Only letters a to z, digits and underscores are allowed.", "invalid_format");
        return username;
    }

    // An address alone: the framework's parser would also take a name before it.
    private static string Email(string? value, Faults faults)
    {
        var email = Required("email", value, 3, UserLimits.Email, faults);
        if (!MailAddress.TryCreate(email, out var address) || address.Address != email || email.Any(char.IsWhiteSpace))
            faults.Add("email", "Expected an e-mail address such as ada@example.org.", "invalid_format");
        return email;
    }

    private static string FullName(string? value, Faults faults) => Required("full_name", value, 1, UserLimits.FullName, faults);

    private static string Role(string? value, Faults faults)
    {
        if (value is null)
            faults.Add("role", "A value is required.", "required");
        else if (!Roles.All.Contains(value))
            faults.Add("role", $"The role must be one of {string.Join(", ", Roles.All)}.", "not_in_list");
        return value ?? Roles.Viewer;
    }

    private static bool Required(string field, bool? value, Faults faults)
    {
        if (value is null)
            faults.Add(field, "A value is required.", "required");
        return value ?? false;
    }

    private static string Required(string field, string? value, int shortest, int longest, Faults faults)
    {
        var text = Text(field, value, 0, longest, faults)?.Trim();
        if (text is null)
            faults.Add(field, "A value is required.", "required");
        return Text(field, text, shortest, longest, faults) ?? "";
    }

    private static string? Text(string field, string? value, int shortest, int longest, Faults faults)
    {
        if (value is null)
            return null;
        if (TextRules.HasForbiddenControl(value))
            faults.Add(field, TextRules.ControlMessage, "control_character");
        if (TextRules.Length(value) < shortest)
            faults.Add(field, $"At least {shortest} characters are required.", "too_short");
        if (TextRules.Length(value) > longest)
            faults.Add(field, $"At most {longest} characters are allowed.", "too_long");
        return value;
    }

    [GeneratedRegex(@"^[a-zA-Z0-9_]*\z")]
    private static partial Regex UsernameForm();
}

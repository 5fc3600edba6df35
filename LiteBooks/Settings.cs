using System.Globalization;

namespace LiteBooks;

/// <summary>
/// Every setting, read once at the start and never again. Sources in rising order: <c>appsettings.json</c>, environment
/// (<c>LITEBOOKS__Section__Name</c>), command line.
/// </summary>
public sealed record Settings
{
    private Settings(SettingReader read)
    {
        DatabasePath = read.Text("Database:Path", "litebooks.db");
        BusyTimeoutSeconds = read.Whole("Database:BusyTimeoutSeconds", 5, 1, 300);
        ReadOnly = read.Switch("Database:ReadOnly", false);
        Sample = read.Switch("Catalog:Sample", true);
        VerifyIsbn = read.Switch("Catalog:VerifyIsbn", true);
        RequireIfMatch = read.Switch("Api:RequireIfMatch", false);
        V1Sunset = read.Day("Api:V1Sunset");
        Currency = read.Currency("Catalog:Currency", "USD");
        MaxBodyBytes = read.Whole("Api:MaxBodyBytes", 1024 * 1024, 1024, 1024 * 1024 * 1024);
        AllowedHosts = read.Hosts("Http:AllowedHosts");
        AnonymousRead = read.Switch("Auth:AnonymousRead", true);
        TokenMinutes = read.Whole("Auth:TokenMinutes", 480, 1, 43_200);
        SigningKey = read.Secret("Auth:SigningKey", 32);
        ReportDays = read.Whole("Reports:KeepDays", 30, 1, 3650);
        FirstAdmin = read.FirstAdmin();
        Smtp = read.Smtp();
    }

    /// <summary>The database file, absolute or relative to the current folder.</summary>
    public string DatabasePath { get; init; }

    /// <summary>How long a request waits for a database that another process holds, 1–300 seconds.</summary>
    public int BusyTimeoutSeconds { get; }

    /// <summary>Whether the database is opened for reading only, and every write is refused.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Whether a new, empty database starts with the five sample books.</summary>
    public bool Sample { get; }

    /// <summary>Whether an ISBN's check digit must be right, or only its form.</summary>
    public bool VerifyIsbn { get; }

    /// <summary>The currency of all prices, three letters (ISO 4217).</summary>
    public string Currency { get; }

    /// <summary>Whether a change has to say with If-Match which version it changes.</summary>
    public bool RequireIfMatch { get; }

    /// <summary>The day on which version 1 ends, UTC; null while there is none.</summary>
    public DateOnly? V1Sunset { get; }

    /// <summary>The largest request body, in bytes: 1 KiB–1 GiB.</summary>
    public int MaxBodyBytes { get; }

    /// <summary>Host names that the server answers to besides those that are its own; <c>*</c> for any, <c>*.example.org</c> for what lies below.</summary>
    public IReadOnlyList<string> AllowedHosts { get; }

    /// <summary>Whether the catalogue can be read without a token.</summary>
    public bool AnonymousRead { get; }

    /// <summary>How long a token is good, 1–43,200 minutes (30 days).</summary>
    public int TokenMinutes { get; }

    /// <summary>What tokens are signed with, at least 32 characters; null: a key of its own, kept beside the database.</summary>
    public string? SigningKey { get; }

    /// <summary>How long a finished report is kept, 1–3650 days.</summary>
    public int ReportDays { get; }

    /// <summary>The administrator that is added when there is no user yet; null: none.</summary>
    public FirstAdmin? FirstAdmin { get; }

    /// <summary>Where mails go.</summary>
    public SmtpSettings Smtp { get; }

    /// <summary>These settings, for a command that writes; throws <see cref="CannotStartException"/> where nothing may be changed.</summary>
    public Settings ToWrite() => !ReadOnly ? this : throw new CannotStartException("Nothing can be changed: the setting Database:ReadOnly is on.");

    // Among them are secrets.
    public override string ToString() => nameof(Settings);

    /// <summary>Reads all settings; throws <see cref="CannotStartException"/> naming the first setting that is wrong.</summary>
    public static Settings Read(IConfiguration configuration)
    {
        var reader = new SettingReader(configuration);
        var settings = new Settings(reader);
        reader.RefuseUnknown();
        return settings;
    }
}

/// <summary>An administrator to be added at the start, as the settings name it.</summary>
public sealed record FirstAdmin(string Username, string Password, string Email)
{
    // Not the password, wherever this is printed.
    public override string ToString() => Username;
}

/// <summary>Reads settings by name, within bounds, and remembers the names so that a misspelt one is noticed.</summary>
internal sealed class SettingReader(IConfiguration configuration)
{
    // Sections that belong to the framework, which checks them itself.
    private static readonly string[] Framework = ["Logging", "Kestrel", "AllowedHosts", "urls", "environment", "contentRoot", "applicationName"];

    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    public string Text(string name, string fallback)
    {
        var value = Find(name) ?? fallback;
        return value.Trim().Length > 0 ? value : throw new CannotStartException($"The setting {name} must not be empty.");
    }

    public int Whole(string name, int fallback, int least, int most)
    {
        if (Find(name) is not { } text)
            return fallback;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return value;
        throw new CannotStartException($"The setting {name} must be a whole number from {least} to {most}, not '{text}'.");
    }

    public bool Switch(string name, bool fallback)
    {
        if (Find(name) is not { } text)
            return fallback;
        return bool.TryParse(text, out var value) ? value : throw new CannotStartException($"The setting {name} must be true or false, not '{text}'.");
    }

    /// <summary>Host names separated by <c>;</c> or <c>,</c>: <c>example.org</c>, <c>*.example.org</c>, an address, or <c>*</c>.</summary>
    public IReadOnlyList<string> Hosts(string name)
    {
        var hosts = (Find(name) ?? "").Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return Array.Find(hosts, host => host != "*" && Uri.CheckHostName(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host) == UriHostNameType.Unknown) is { } wrong
            ? throw new CannotStartException($"The setting {name} must be host names without a port, such as books.example.org or *.example.org, not '{wrong}'.")
            : hosts;
    }

    /// <summary>A text that no message repeats.</summary>
    public string? Secret(string name, int shortest)
    {
        if (Find(name) is not { Length: > 0 } text)
            return null;
        return text.Length >= shortest ? text : throw new CannotStartException($"The setting {name} must have at least {shortest} characters.");
    }

    public SmtpSettings Smtp()
    {
        var (host, username, password) = (Find("Smtp:Host"), Find("Smtp:Username"), Secret("Smtp:Password", 1));
        if (username is null != password is null)
            throw new CannotStartException("The settings Smtp:Username and Smtp:Password must be given together.");
        return new SmtpSettings(
            string.IsNullOrWhiteSpace(host) ? null : host,
            Whole("Smtp:Port", 587, 1, 65_535),
            Choice("Smtp:Security", SmtpSettings.StartTls, SmtpSettings.Securities),
            username,
            password,
            Address("Smtp:From", "litebooks@localhost"));
    }

    private string Choice(string name, string fallback, IReadOnlyList<string> choices)
    {
        var value = Find(name) ?? fallback;
        return choices.Contains(value) ? value : throw new CannotStartException($"The setting {name} must be one of {string.Join(", ", choices)}, not '{value}'.");
    }

    private string Address(string name, string fallback)
    {
        var value = Find(name) ?? fallback;
        return System.Net.Mail.MailAddress.TryCreate(value, out var address) && address.Address == value
            ? value
            : throw new CannotStartException($"The setting {name} must be an e-mail address such as books@example.org, not '{value}'.");
    }

    public FirstAdmin? FirstAdmin()
    {
        var (username, password, email) = (Find("Auth:AdminUsername"), Secret("Auth:AdminPassword", 1), Find("Auth:AdminEmail"));
        if (username is null && password is null)
            return null;
        if (username is null || password is null)
            throw new CannotStartException("The settings Auth:AdminUsername and Auth:AdminPassword must be given together.");
        return new FirstAdmin(username, password, email ?? $"{username}@localhost");
    }

    public DateOnly? Day(string name)
    {
        if (Find(name) is not { } text || string.IsNullOrWhiteSpace(text))
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new CannotStartException($"The setting {name} must be a day such as 2027-12-31, not '{text}'.");
    }

    public string Currency(string name, string fallback)
    {
        var text = Find(name) ?? fallback;
        return text.Length == 3 && text.All(char.IsAsciiLetterUpper)
            ? text
            : throw new CannotStartException($"The setting {name} must be three capital letters (ISO 4217) such as EUR, not '{text}'.");
    }

    public void RefuseUnknown()
    {
        foreach (var section in configuration.GetChildren().Where(section => !Framework.Contains(section.Key, StringComparer.OrdinalIgnoreCase)))
        {
            foreach (var (name, value) in section.AsEnumerable())
            {
                if (value is not null && !_known.Contains(name))
                    throw new CannotStartException($"There is no setting {name}. Known are: {string.Join(", ", _known)}.");
            }
        }
    }

    private string? Find(string name)
    {
        _known.Add(name);
        return configuration[name];
    }
}

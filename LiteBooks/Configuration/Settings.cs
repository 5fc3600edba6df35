using System.Net;

namespace LiteBooks.Configuration;

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
        Http = HttpSettings.Read(read);
        Https = HttpsSettings.Read(read);
        RateLimit = RateLimitSettings.Read(read);
        MetricsFrom = read.Networks("Metrics:AllowFrom", "127.0.0.0/8;::1");
        LogFormat = read.Choice("Log:Format", LogFormats.Auto, LogFormats.All);
        AnonymousRead = read.Switch("Auth:AnonymousRead", true);
        TokenMinutes = read.Whole("Auth:TokenMinutes", 480, 1, 43_200);
        SigningKey = read.Secret("Auth:SigningKey", 32);
        ReportDays = read.Whole("Reports:KeepDays", 30, 1, 3650);
        FirstAdmin = FirstAdmin.Read(read);
        Smtp = SmtpSettings.Read(read);
        Backup = BackupSettings.Read(read);
        Kiosk = KioskSettings.Read(read);
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

    /// <summary>Who may speak to the server, how long, and through whom.</summary>
    public HttpSettings Http { get; }

    /// <summary>The certificate to serve HTTPS with; null: none.</summary>
    public HttpsSettings? Https { get; }

    /// <summary>How many requests a client may send.</summary>
    public RateLimitSettings RateLimit { get; }

    /// <summary>From where figures may be read without a token.</summary>
    public IReadOnlyList<IPNetwork> MetricsFrom { get; }

    /// <summary>One of <see cref="LogFormats"/>.</summary>
    public string LogFormat { get; }

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

    /// <summary>When backups are made, and how many are kept.</summary>
    public BackupSettings Backup { get; }

    /// <summary>How the kiosk looks and behaves.</summary>
    public KioskSettings Kiosk { get; }

    /// <summary>The name of every setting, in the order in which they are read.</summary>
    public static IReadOnlyList<string> Names { get; } = AllNames();

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
        reader.CheckLogLevels();
        return settings;
    }

    private static IReadOnlyList<string> AllNames()
    {
        var reader = new SettingReader(new ConfigurationBuilder().Build());
        _ = new Settings(reader);
        return [.. reader.Known];
    }
}

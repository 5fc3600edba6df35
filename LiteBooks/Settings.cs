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
        Sample = read.Switch("Catalog:Sample", true);
        VerifyIsbn = read.Switch("Catalog:VerifyIsbn", true);
        RequireIfMatch = read.Switch("Api:RequireIfMatch", false);
        V1Sunset = read.Day("Api:V1Sunset");
        Currency = read.Currency("Catalog:Currency", "USD");
        MaxBodyBytes = read.Whole("Api:MaxBodyBytes", 1024 * 1024, 1024, 1024 * 1024 * 1024);
    }

    /// <summary>The database file, absolute or relative to the current folder.</summary>
    public string DatabasePath { get; init; }

    /// <summary>How long a request waits for a database that another process holds, 1–300 seconds.</summary>
    public int BusyTimeoutSeconds { get; }

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

    /// <summary>Reads all settings; throws <see cref="CannotStartException"/> naming the first setting that is wrong.</summary>
    public static Settings Read(IConfiguration configuration)
    {
        var reader = new SettingReader(configuration);
        var settings = new Settings(reader);
        reader.RefuseUnknown();
        return settings;
    }
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

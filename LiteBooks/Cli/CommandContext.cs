using System.CommandLine;

namespace LiteBooks.Cli;

/// <summary>What every command shares: the option that names the database, and the settings that were given beside it.</summary>
public sealed class CommandContext(IReadOnlyDictionary<string, string?> given)
{
    // Who types asks with every letter. Any other source of settings may say otherwise.
    private static readonly Dictionary<string, string?> KioskDefaults = new() { ["RateLimit:PerMinute"] = "1000" };

    public Option<string?> Database { get; } = new("--database")
    {
        Description = "The database file (default litebooks.db in the current folder).",
        HelpName = "FILE",
        Recursive = true,
    };

    public Option<bool> ReadOnly { get; } = new("--read-only") { Description = "Open the database for reading only, and refuse every write." };

    public Option<bool> Kiosk { get; } = new("--kiosk") { Description = "Serve a kiosk: read-only, with the kiosk as the start page." };

    /// <summary>All sources of settings in rising order: file, environment, command line.</summary>
    public IConfiguration Configuration(ParseResult parsed, string? urls = null)
    {
        var named = new Dictionary<string, string?>(given);
        if (parsed.GetValue(Database) is { } file)
            named["Database:Path"] = file;
        if (parsed.GetValue(ReadOnly))
            named["Database:ReadOnly"] = "true";
        var isKiosk = parsed.GetValue(Kiosk);
        if (isKiosk)
            (named["Database:ReadOnly"], named["Kiosk:StartPage"]) = ("true", "true");
        if ((urls ?? Environment.GetEnvironmentVariable("ASPNETCORE_URLS")) is { } addresses)
            named["urls"] = addresses;
        try
        {
            return new ConfigurationBuilder()
                .AddInMemoryCollection(isKiosk ? KioskDefaults : [])
                .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true, reloadOnChange: false)
                .AddEnvironmentVariables("LITEBOOKS__")
                .AddInMemoryCollection(named)
                .Build();
        }
        catch (InvalidDataException e)
        {
            throw new CannotStartException($"appsettings.json cannot be read: {e.InnerException?.Message ?? e.Message}", e);
        }
    }
}

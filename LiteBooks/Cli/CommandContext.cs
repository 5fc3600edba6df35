using System.CommandLine;

namespace LiteBooks.Cli;

/// <summary>What every command shares: the option that names the database, and the settings that were given beside it.</summary>
public sealed class CommandContext(IReadOnlyDictionary<string, string?> given)
{
    public Option<string?> Database { get; } = new("--database")
    {
        Description = "The database file (default litebooks.db in the current folder).",
        HelpName = "FILE",
        Recursive = true,
    };

    public Option<bool> ReadOnly { get; } = new("--read-only") { Description = "Open the database for reading only, and refuse every write." };

    /// <summary>All sources of settings in rising order: file, environment, command line.</summary>
    public IConfiguration Configuration(ParseResult parsed, string? urls = null)
    {
        var named = new Dictionary<string, string?>(given);
        if (parsed.GetValue(Database) is { } file)
            named["Database:Path"] = file;
        if (parsed.GetValue(ReadOnly))
            named["Database:ReadOnly"] = "true";
        if ((urls ?? Environment.GetEnvironmentVariable("ASPNETCORE_URLS")) is { } addresses)
            named["urls"] = addresses;
        try
        {
            return new ConfigurationBuilder()
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

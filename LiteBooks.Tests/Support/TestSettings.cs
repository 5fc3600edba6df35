using Microsoft.Extensions.Configuration;

namespace LiteBooks.Tests.Support;

/// <summary>Settings as an operator would give them.</summary>
internal static class TestSettings
{
    public static IConfiguration Configuration(params IEnumerable<(string Name, string Value)> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();

    public static Settings Read(params IEnumerable<(string Name, string Value)> settings) => Settings.Read(Configuration(settings));

    /// <summary>Settings of a database file that is given up after a second when another process holds it.</summary>
    public static Settings ForDatabase(string file) => Read(("Database:Path", file), ("Database:BusyTimeoutSeconds", "1"));
}

using System.Net;

namespace LiteBooks.Configuration;

/// <summary>Who may speak to the server, how long, and through whom.</summary>
public sealed record HttpSettings
{
    /// <summary>Host names that the server answers to besides those that are its own; <c>*</c> for any, <c>*.example.org</c> for what lies below.</summary>
    public required IReadOnlyList<string> AllowedHosts { get; init; }

    /// <summary>Origins whose pages may call the API (CORS). None: closed.</summary>
    public required IReadOnlyList<string> CorsOrigins { get; init; }

    /// <summary>Proxies whose word on the client's address and scheme is taken. None: nobody's.</summary>
    public required IReadOnlyList<IPNetwork> Proxies { get; init; }

    /// <summary>How many connections are open at once, 1–100,000; further ones are closed at once.</summary>
    public required int MaxConnections { get; init; }

    /// <summary>How long a request may take, its body included, 1–3600 seconds.</summary>
    public required int TimeoutSeconds { get; init; }

    /// <summary>How long requests under way are waited for when the server is told to stop, 1–300 seconds.</summary>
    public required int DrainSeconds { get; init; }

    internal static HttpSettings Read(SettingReader read) => new()
    {
        AllowedHosts = read.Hosts("Http:AllowedHosts"),
        CorsOrigins = read.Origins("Http:CorsOrigins"),
        Proxies = read.Networks("Http:Proxies"),
        MaxConnections = read.Whole("Http:MaxConnections", 1000, 1, 100_000),
        TimeoutSeconds = read.Whole("Http:TimeoutSeconds", 60, 1, 3600),
        DrainSeconds = read.Whole("Http:DrainSeconds", 25, 1, 300),
    };
}

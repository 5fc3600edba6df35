using System.Globalization;
using System.Net;

namespace LiteBooks.Configuration;

/// <summary>Reads settings by name, within bounds, and remembers the names so that a misspelt one is noticed.</summary>
internal sealed class SettingReader(IConfiguration configuration)
{
    // Sections that belong to the framework, which checks them itself.
    private static readonly string[] Framework = ["Logging", "urls"];

    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names that were asked for so far.</summary>
    public IReadOnlyCollection<string> Known => _known;

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
        var hosts = List(name);
        return Array.Find(hosts, host => host != "*" && Uri.CheckHostName(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host) == UriHostNameType.Unknown) is { } wrong
            ? throw new CannotStartException($"The setting {name} must be host names without a port, such as books.example.org or *.example.org, not '{wrong}'.")
            : hosts;
    }

    /// <summary>Origins (RFC 6454) separated by <c>;</c> or <c>,</c>: <c>https://shop.example.org</c>, without a path.</summary>
    public IReadOnlyList<string> Origins(string name)
    {
        var origins = List(name);
        return Array.Find(origins, origin => !Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.GetLeftPart(UriPartial.Authority) != origin) is { } wrong
            ? throw new CannotStartException($"The setting {name} must be origins such as https://shop.example.org, without a path and never '*', not '{wrong}'.")
            : origins;
    }

    /// <summary>One origin, or null.</summary>
    public string? Origin(string name)
    {
        var origins = Origins(name);
        return origins.Count <= 1 ? origins.SingleOrDefault() : throw new CannotStartException($"The setting {name} must be one origin such as https://shop.example.org, not '{Find(name)}'.");
    }

    /// <summary>Addresses and networks separated by <c>;</c> or <c>,</c>: <c>10.0.0.7</c>, <c>10.0.0.0/8</c>, <c>fd00::/8</c>.</summary>
    public IReadOnlyList<IPNetwork> Networks(string name, string fallback = "")
    {
        return [.. List(name, fallback).Select(text => Network(text) ?? throw new CannotStartException($"The setting {name} must be addresses or networks such as 10.0.0.7 or 10.0.0.0/8, not '{text}'."))];

        static IPNetwork? Network(string text)
        {
            if (IPNetwork.TryParse(text, out var network))
                return network;
            return IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8) : null;
        }
    }

    /// <summary>A length of time: <c>90s</c>, <c>15m</c>, <c>6h</c>, <c>1d</c>; null without the setting, and for <c>0</c>.</summary>
    public TimeSpan? Time(string name, TimeSpan least, TimeSpan most)
    {
        if (Find(name) is not { } text || text is "" or "0")
            return null;
        if (text.Length > 1 && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            TimeSpan? time = text[^1] switch
            {
                's' => TimeSpan.FromSeconds(count),
                'm' => TimeSpan.FromMinutes(count),
                'h' => TimeSpan.FromHours(count),
                'd' => TimeSpan.FromDays(count),
                _ => null,
            };
            if (time >= least && time <= most)
                return time;
        }
        throw new CannotStartException($"The setting {name} must be a time such as 90s, 15m, 6h or 1d, from {least.TotalSeconds:0} seconds to {most.TotalDays:0} days, not '{text}'.");
    }

    /// <summary>A text that no message repeats.</summary>
    public string? Secret(string name, int shortest)
    {
        if (Find(name) is not { Length: > 0 } text)
            return null;
        return text.Length >= shortest ? text : throw new CannotStartException($"The setting {name} must have at least {shortest} characters.");
    }

    public string Choice(string name, string fallback, IReadOnlyList<string> choices)
    {
        var value = Find(name) ?? fallback;
        return choices.Contains(value) ? value : throw new CannotStartException($"The setting {name} must be one of {string.Join(", ", choices)}, not '{value}'.");
    }

    public string Address(string name, string fallback)
    {
        var value = Find(name) ?? fallback;
        return System.Net.Mail.MailAddress.TryCreate(value, out var address) && address.Address == value
            ? value
            : throw new CannotStartException($"The setting {name} must be an e-mail address such as books@example.org, not '{value}'.");
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

    /// <summary>The framework's own levels would throw where they are first used.</summary>
    public void CheckLogLevels()
    {
        foreach (var (name, value) in configuration.GetSection("Logging").AsEnumerable())
        {
            if (value is not null && name.Contains(":LogLevel:", StringComparison.OrdinalIgnoreCase) && !Enum.TryParse<LogLevel>(value, ignoreCase: true, out _))
                throw new CannotStartException($"The setting {name} must be one of {string.Join(", ", Enum.GetNames<LogLevel>())}, not '{value}'.");
        }
    }

    private string[] List(string name, string fallback = "") =>
        (Find(name) ?? fallback).Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The value as it was given; null if it was not.</summary>
    public string? Find(string name)
    {
        _known.Add(name);
        return configuration[name];
    }
}

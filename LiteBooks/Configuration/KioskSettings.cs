namespace LiteBooks.Configuration;

/// <summary>What the kiosk is called, how it speaks, and how long it waits.</summary>
public sealed record KioskSettings
{
    public static readonly IReadOnlyList<string> Languages = ["auto", "en", "de", "es"];
    public static readonly IReadOnlyList<string> Themes = ["auto", "light", "dark"];
    public static readonly IReadOnlyList<string> Keyboards = ["auto", "on", "off"];

    /// <summary>Whether the kiosk is what <c>/</c> shows to everybody who does not ask for JSON by name.</summary>
    public required bool IsStartPage { get; init; }

    /// <summary>What stands above it, such as the name of the shop.</summary>
    public required string Name { get; init; }

    /// <summary>One of <see cref="Languages"/>; auto: the browser's.</summary>
    public required string Language { get; init; }

    /// <summary>One of <see cref="Themes"/>; auto: the browser's.</summary>
    public required string Theme { get; init; }

    /// <summary>One of <see cref="Keyboards"/>, of the keyboard on the screen; auto: on a kiosk's touch screen.</summary>
    public required string Keyboard { get; init; }

    /// <summary>After how many seconds without a touch it asks whether somebody is there, 10–3600.</summary>
    public required int IdleSeconds { get; init; }

    /// <summary>The origin by which a visitor's phone reaches the server; null: the one that the kiosk itself uses.</summary>
    public required string? Address { get; init; }

    internal static KioskSettings Read(SettingReader read) => new()
    {
        IsStartPage = read.Switch("Kiosk:StartPage", false),
        Name = read.Text("Kiosk:Name", "LiteBooks"),
        Language = read.Choice("Kiosk:Language", "auto", Languages),
        Theme = read.Choice("Kiosk:Theme", "auto", Themes),
        Keyboard = read.Choice("Kiosk:Keyboard", "auto", Keyboards),
        IdleSeconds = read.Whole("Kiosk:IdleSeconds", 90, 10, 3600),
        Address = read.Origin("Kiosk:Address"),
    };
}

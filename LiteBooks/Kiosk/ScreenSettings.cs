using System.Text.Json.Serialization;

namespace LiteBooks.Kiosk;

/// <summary>What the page has to know from its owner.</summary>
internal sealed record ScreenSettings(string Name, string Currency, string Language, string Theme, string Keyboard, int IdleSeconds, bool IsKiosk)
{
    public static ScreenSettings Of(Settings settings)
    {
        var kiosk = settings.Kiosk;
        return new(kiosk.Name, settings.Currency, kiosk.Language, kiosk.Theme, kiosk.Keyboard, kiosk.IdleSeconds, kiosk.IsStartPage);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ScreenSettings))]
internal sealed partial class KioskJson : JsonSerializerContext;

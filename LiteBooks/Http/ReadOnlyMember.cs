using System.Globalization;

namespace LiteBooks.Http;

/// <summary>
/// A member that a replacement may send back as it was shown, so that what GET gave can be PUT again. Another value is a
/// fault: the client means something that it cannot do, or has seen another version.
/// </summary>
public static class ReadOnlyMember
{
    public static void Compare<T>(string field, Optional<T> sent, T held, Faults faults)
    {
        if (sent.IsSet && !EqualityComparer<T>.Default.Equals(sent.Value, held))
            faults.Add(field, "This member cannot be replaced; leave it out, or send it as it is.", "read_only");
    }

    /// <summary>A time as it was sent. One that cannot be read equals none that is held.</summary>
    public static DateTimeOffset? Time(string? text) => text is null ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : DateTimeOffset.MinValue;
}

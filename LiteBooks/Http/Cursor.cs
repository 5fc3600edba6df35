using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiteBooks.Http;

/// <summary>
/// A place in a list, as the client carries it: opaque, and good for the filters and the sort that it was given for alone.
/// </summary>
/// <param name="List">A digest of the filters and the sort.</param>
/// <param name="Backwards">Whether the page before the place is meant.</param>
/// <param name="Text">The row's value in the sort column, if it is a text.</param>
/// <param name="Number">The row's value in the sort column, if it is a number.</param>
/// <param name="Id">The row's id.</param>
/// <param name="IsIncluded">Whether the row itself belongs to the page.</param>
public sealed record Cursor(string List, bool Backwards, string? Text, long? Number, long Id, bool IsIncluded = false)
{
    private const int SealBytes = 6;

    /// <summary>What a list is bound to: a digest of its filters and sort.</summary>
    public static string DigestOf(string list) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(list)).AsSpan(0, 9));

    [JsonIgnore]
    public Place Place => new(Text, Number, Id, IsIncluded);

    /// <summary>The cursor that a request goes on from; null where it begins. One that is not this list's is <see cref="Malformed"/>.</summary>
    public static Outcome<Cursor?> Read(IQueryCollection query, string list)
    {
        if (query["cursor"] is not [.., { Length: > 0 } text])
            return (Cursor?)null;
        return Parse(text, list) is { } cursor
            ? cursor
            : new Malformed("malformed_cursor", "The cursor is damaged, or belongs to other filters or another sort.");
    }

    /// <summary>Reads a cursor of this list; null if it is damaged or another list's.</summary>
    public static Cursor? Parse(string text, string list)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(text);
            if (bytes.Length <= SealBytes || !Seal(bytes.AsSpan(SealBytes)).SequenceEqual(bytes.AsSpan(0, SealBytes)))
                return null;
            var cursor = JsonSerializer.Deserialize(bytes.AsSpan(SealBytes), CursorJson.Default.Cursor);
            return cursor?.List == list ? cursor : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    public override string ToString()
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(this, CursorJson.Default.Cursor);
        return Base64Url.EncodeToString([.. Seal(content), .. content]);
    }

    // Against damage, not against design: a cursor says nothing that its list would not.
    private static ReadOnlySpan<byte> Seal(ReadOnlySpan<byte> content) => SHA256.HashData(content).AsSpan(0, SealBytes);
}

[JsonSerializable(typeof(Cursor))]
internal sealed partial class CursorJson : JsonSerializerContext;

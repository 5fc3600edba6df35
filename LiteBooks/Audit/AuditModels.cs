using System.Text.Json;
using System.Text.Json.Serialization;
using LiteBooks.Data;
using LiteBooks.Http;
using LiteBooks.Http.Answers;
using LiteBooks.Http.Description;

namespace LiteBooks.Audit;

/// <summary>One change of one resource.</summary>
public sealed record AuditEntry
{
    public required long Id { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who did it; null where nobody was signed in.</summary>
    public required long? UserId { get; init; }

    /// <summary>The name that the user had then; in brackets if it was no user: `(anonymous)`, `(server)`, `(command line)`.</summary>
    public required string User { get; init; }

    /// <summary>What was done.</summary>
    [OneOf(typeof(AuditAction))]
    public required string Action { get; init; }

    /// <summary>The kind of resource.</summary>
    [OneOf(typeof(AuditedResource))]
    public required string Resource { get; init; }
    public required long ResourceId { get; init; }

    /// <summary>The resource before the change; null where there was none.</summary>
    public required JsonElement? Before { get; init; }

    /// <summary>The resource after the change; null where there is none.</summary>
    public required JsonElement? After { get; init; }

    /// <summary>The request that it came in, as in its X-Request-ID; null if it came in none.</summary>
    public required string? RequestId { get; init; }

    public static AuditEntry From(AuditRow row) => new()
    {
        Id = row.Id,
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt),
        UserId = row.UserId,
        User = row.Username,
        Action = row.Action,
        Resource = row.Resource,
        ResourceId = row.ResourceId,
        Before = Json(row.Before),
        After = Json(row.After),
        RequestId = row.RequestId,
    };

    private static JsonElement? Json(string? text) => text is null ? null : JsonElement.Parse(text);
}

/// <summary>A piece of the trail, the latest first. A cursor is null where there is nothing more on its side.</summary>
[Listing("items", typeof(AuditEntry))]
[Example("""
    {
      "items": [{
        "id": 12,
        "created_at": "2026-11-23T20:20:00.123Z",
        "user_id": 2,
        "user": "ada",
        "action": "update",
        "resource": "authors",
        "resource_id": 4,
        "before": { "name": "Frank Herbert", "version": 1 },
        "after": { "name": "Franklin Herbert", "version": 2 },
        "request_id": "01a20bc2782b73fd933de2f04cfd535d"
      }],
      "next_cursor": "Wm9ybGR6eyJMaXN0Ijoi",
      "prev_cursor": null,
      "has_more": true
    }
    """)]
public sealed record AuditPage : CursorPage<AuditEntry>
{
    public static AuditPage From(Piece<AuditRow> piece) => new()
    {
        Items = [.. piece.Slice.Rows.Select(AuditEntry.From)],
        NextCursor = piece.Cursors.Next,
        PrevCursor = piece.Cursors.Previous,
        HasMore = piece.Slice.HasBehind,
    };
}

/// <summary>How the trail is written as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(Rfc3339Converter)])]
[JsonSerializable(typeof(AuditPage))]
[JsonSerializable(typeof(ActivityPage))]
internal sealed partial class AuditJson : JsonSerializerContext;

using System.Text.Json;
using LiteBooks.Data;
using LiteBooks.Http;
using LiteBooks.Http.Answers;
using LiteBooks.Http.Description;

namespace LiteBooks.Audit;

/// <summary>Something that a user did.</summary>
public sealed record ActivityEntry
{
    public required long Id { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who did it; of `registered`, `password_changed` and `deactivated`, to whom it happened, and the audit has who did it.</summary>
    public required long UserId { get; init; }

    /// <summary>The name that the user had then.</summary>
    public required string User { get; init; }

    /// <summary>What it was.</summary>
    [OneOf(typeof(ActivityKind))]
    public required string Kind { get; init; }

    /// <summary>What there is to say of it, such as the id of an order, and as `for_user_id` whose it is if it is another's; null where there is nothing.</summary>
    public required JsonElement? Details { get; init; }

    /// <summary>The request that it came in, as in its X-Request-ID; null if it came in none.</summary>
    public required string? RequestId { get; init; }

    public static ActivityEntry From(ActivityRow row) => new()
    {
        Id = row.Id,
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt),
        UserId = row.UserId,
        User = row.Username,
        Kind = row.Kind,
        Details = row.Details is null ? null : JsonElement.Parse(row.Details),
        RequestId = row.RequestId,
    };
}

/// <summary>Some of what users did, the latest first. A cursor is null where there is nothing more on its side.</summary>
[Listing("items", typeof(ActivityEntry))]
[Example("""
    {
      "items": [{
        "id": 7,
        "created_at": "2026-11-23T20:20:00.123Z",
        "user_id": 2,
        "user": "ada",
        "kind": "order_placed",
        "details": { "order_id": 17 },
        "request_id": "01a20bc2782b73fd933de2f04cfd535d"
      }],
      "next_cursor": null,
      "prev_cursor": null,
      "has_more": false
    }
    """)]
public sealed record ActivityPage : CursorPage<ActivityEntry>
{
    public static ActivityPage From(Piece<ActivityRow> piece) => new()
    {
        Items = [.. piece.Slice.Rows.Select(ActivityEntry.From)],
        NextCursor = piece.Cursors.Next,
        PrevCursor = piece.Cursors.Previous,
        HasMore = piece.Slice.HasBehind,
    };
}

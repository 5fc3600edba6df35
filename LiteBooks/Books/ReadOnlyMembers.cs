using LiteBooks.Http;
using static LiteBooks.Http.ReadOnlyMember;

namespace LiteBooks.Books;

/// <summary>Members of a book that a replacement may send back as they were shown, and not otherwise.</summary>
public sealed class ReadOnlyMembers
{
    private Optional<long?> Id { get; init; }
    private Optional<string?> CreatedAt { get; init; }
    private Optional<string?> UpdatedAt { get; init; }
    private Optional<bool?> IsRecent { get; init; }
    private Optional<string?> Status { get; init; }

    public static ReadOnlyMembers Read(ObjectReader body) => new()
    {
        Id = body.Whole("id"),
        CreatedAt = body.Text("created_at"),
        UpdatedAt = body.Text("updated_at"),
        IsRecent = body.Switch("is_recent"),
        Status = body.Text("status"),
    };

    /// <summary>The parts of a version 2 body that hold such members.</summary>
    public static ReadOnlyMembers Read(ObjectReader body, ObjectReader? metadata) => new()
    {
        Id = body.Whole("id"),
        CreatedAt = metadata?.Text("created_at") ?? default,
        UpdatedAt = metadata?.Text("updated_at") ?? default,
        Status = metadata?.Text("status") ?? default,
    };

    public void Check(BookRow row, DateTimeOffset now, Faults faults)
    {
        var shown = BookResponse.From(row, now);
        Compare("id", Id, shown.Id, faults);
        Compare("created_at", CreatedAt.Select(Time), shown.CreatedAt, faults);
        Compare("updated_at", UpdatedAt.Select(Time), shown.UpdatedAt, faults);
        Compare("is_recent", IsRecent, shown.IsRecent, faults);
        Compare("status", Status, shown.Status, faults);
    }
}

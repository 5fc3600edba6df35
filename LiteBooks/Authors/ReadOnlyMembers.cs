using LiteBooks.Http;

namespace LiteBooks.Authors;

/// <summary>Members of an author that a replacement may send back as they were shown, and not otherwise.</summary>
public sealed class ReadOnlyMembers
{
    private Optional<long?> Id { get; init; }
    private Optional<long?> BookCount { get; init; }
    private Optional<string?> CreatedAt { get; init; }
    private Optional<string?> UpdatedAt { get; init; }

    public static ReadOnlyMembers Read(ObjectReader body) => new()
    {
        Id = body.Whole("id"),
        BookCount = body.Whole("book_count"),
        CreatedAt = body.Text("created_at"),
        UpdatedAt = body.Text("updated_at"),
    };

    public void Check(AuthorRow row, Faults faults)
    {
        var shown = AuthorResponse.From(row);
        ReadOnlyMember.Compare("id", Id, shown.Id, faults);
        ReadOnlyMember.Compare("book_count", BookCount, shown.BookCount, faults);
        ReadOnlyMember.Compare("created_at", CreatedAt.Select(ReadOnlyMember.Time), shown.CreatedAt, faults);
        ReadOnlyMember.Compare("updated_at", UpdatedAt.Select(ReadOnlyMember.Time), shown.UpdatedAt, faults);
    }
}

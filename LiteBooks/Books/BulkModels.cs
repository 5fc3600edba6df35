using LiteBooks.Http;
using LiteBooks.Http.Description;

namespace LiteBooks.Books;

/// <summary>What became of many books at once, as rows.</summary>
public sealed record BulkInsert(IReadOnlyList<BookRow> Created, IReadOnlyList<DuplicateItem> Errors);

/// <summary>What became of many books at once: those that were added, and those that exist already.</summary>
[Example("""
    {
      "created": [],
      "errors": [{ "index": 0, "isbn": "9780441013593", "error": "The book 4 has this ISBN already.", "existing_id": 4 }]
    }
    """)]
public sealed record BulkCreated
{
    public required IReadOnlyList<BookResponse> Created { get; init; }
    public required IReadOnlyList<DuplicateItem> Errors { get; init; }

    public static BulkCreated From(BulkInsert inserted, DateTimeOffset now) => new()
    {
        Created = [.. inserted.Created.Select(row => BookResponse.From(row, now))],
        Errors = inserted.Errors,
    };
}

/// <summary>Books to be deleted, 1 to 100; repeats count once.</summary>
[Example("""{ "ids": [3, 5, 99] }""")]
public sealed record DeleteBooks
{
    /// <summary>The most books that one request creates or deletes.</summary>
    public const int Most = 100;

    [System.ComponentModel.DataAnnotations.Required, HowMany(1, Most)]
    public IReadOnlyList<long>? Ids { get; init; }

    public static Outcome<DeleteBooks> Read(ObjectReader body)
    {
        var ids = body.Wholes("ids").Or(null);
        if (ids is null or [])
            body.Faults.Add("ids", "At least one id is required.", "required");
        if (ids?.Count > Most)
            return new Malformed("too_many_items", $"At most {Most} ids are allowed in one request.");
        return new DeleteBooks { Ids = [.. (ids ?? []).Distinct()] };
    }
}

/// <summary>How many books were deleted, and the ids that no book had.</summary>
[Example("""{ "deleted": 2, "not_found": [99] }""")]
public sealed record BulkDelete
{
    public required int Deleted { get; init; }
    public required IReadOnlyList<long> NotFound { get; init; }
}

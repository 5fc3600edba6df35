using LiteBooks.Http.Answers;
using LiteBooks.Http.Description;

namespace LiteBooks.Authors;

/// <summary>An author, as everybody sees it.</summary>
[Example(Sample)]
[Shows(typeof(CreateAuthor))]
public sealed record AuthorResponse
{
    internal const string Sample = """
        {
          "id": 6,
          "name": "Ursula K. Le Guin",
          "bio": "Wrote of other worlds.",
          "nationality": "American",
          "book_count": 1,
          "created_at": "2026-11-23T20:20:00.123Z",
          "updated_at": null
        }
        """;

    public required long Id { get; init; }
    public required string Name { get; init; }
    public required string? Bio { get; init; }
    public required string? Nationality { get; init; }

    /// <summary>How many books the catalogue has of the author.</summary>
    public required long BookCount { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null until the first change.</summary>
    public required DateTimeOffset? UpdatedAt { get; init; }

    public static AuthorResponse From(AuthorRow row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Bio = row.Bio,
        Nationality = row.Nationality,
        BookCount = row.BookCount,
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt),
        UpdatedAt = row.UpdatedAt is { } updated ? DateTimeOffset.FromUnixTimeMilliseconds(updated) : null,
    };
}

/// <summary>One page of a list of authors, without their contacts, whoever asks. A page past the end has no items.</summary>
[Listing("items", typeof(AuthorResponse))]
[Example($$"""{ "items": [{{AuthorResponse.Sample}}], "total": 6, "page": 6, "per_page": 1, "total_pages": 6, "has_next": false, "has_prev": true }""")]
public sealed record AuthorPage : CountedPage<AuthorResponse>
{
    public static AuthorPage From(IReadOnlyList<AuthorRow> rows, long total, PageRequest page) => new()
    {
        Items = [.. rows.Select(AuthorResponse.From)],
        Total = total,
        Page = page.Page,
        PerPage = page.PerPage,
    };
}

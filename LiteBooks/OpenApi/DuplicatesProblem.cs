using LiteBooks.Http.Description;

namespace LiteBooks.OpenApi;

/// <summary>Why many were refused together, in the form of RFC 9457. Nothing was stored.</summary>
[Example("""
    {
      "type": "/problems/duplicate-isbn",
      "title": "Duplicate ISBN",
      "status": 409,
      "detail": "1 of the items exist already. Nothing was stored.",
      "instance": "/api/v1/books/bulk",
      "code": "duplicate_isbn",
      "request_id": "01a20bc2782b73fd933de2f04cfd535d",
      "timestamp": "2026-11-23T20:20:00.123Z",
      "errors": [{ "index": 0, "isbn": "9780441013593", "error": "The book 4 has this ISBN already.", "existing_id": 4 }]
    }
    """)]
internal sealed record DuplicatesProblem : AnyProblem
{
    /// <summary>Every item that exists already, if that is why.</summary>
    public IReadOnlyList<DuplicateItem> Errors { get; init; } = [];
}

using System.ComponentModel.DataAnnotations;
using LiteBooks.Http.Description;

namespace LiteBooks.Books.V2;

/// <summary>A book to stand in place of another, framed as GET gave it.</summary>
[Example("""
    {
      "data": {
        "title": "The Left Hand of Darkness",
        "author": { "name": "Ursula K. Le Guin" },
        "pricing": { "amount": 8.49, "currency": "USD" },
        "metadata": { "isbn": "9780441478125", "genre": "science-fiction", "published_year": 1969, "tags": ["sci-fi"] }
      }
    }
    """)]
public sealed record ReplaceBookV2Answer
{
    [Required]
    public ReplaceBookV2? Data { get; init; }
}

using LiteBooks.Http;

namespace LiteBooks.Books.V2;

/// <summary>
/// Reads version 2's bodies: nested as version 2 shows a book, or flat as version 1 takes them, so that a client can move in
/// two steps; not both at once. Faults of nested members carry their nested path.
/// </summary>
internal static class BookV2Body
{
    private static readonly Dictionary<string, string> NestedPaths = new()
    {
        ["author_name"] = "author.name",
        ["price"] = "pricing.amount",
        ["isbn"] = "metadata.isbn",
        ["genre"] = "metadata.genre",
        ["published_year"] = "metadata.published_year",
        ["page_count"] = "metadata.page_count",
        ["status"] = "metadata.status",
        ["tags"] = "metadata.tags",
        ["description"] = "metadata.description",
        ["created_at"] = "metadata.created_at",
        ["updated_at"] = "metadata.updated_at",
    };

    /// <summary>Whether the body is nested: it has a nested part, or nothing that only version 1 has.</summary>
    public static bool IsNested(ObjectReader body) =>
        body.Has("author") || body.Has("pricing") || body.Has("metadata") || !(NestedPaths.Keys.Any(body.Has) || body.Has("is_recent"));

    /// <summary>The book itself, where the body has it under <c>data</c> as GET gave it.</summary>
    public static ObjectReader Unwrapped(ObjectReader body) => body.Has("data") ? body.Nested("data") ?? body : body;

    /// <summary>Where faults of the rules belong in this body.</summary>
    public static Faults FaultsOf(ObjectReader body) => IsNested(body) ? body.Faults.Renamed(NestedPaths) : body.Faults;

    public static Faults NewFaults(bool isNested) => isNested ? new Faults().Renamed(NestedPaths) : new Faults();

    /// <summary>The same outcome, with the field of a broken rule where a nested body has it.</summary>
    public static Outcome<BookFields> Place(Outcome<BookFields> outcome, bool isNested) =>
        outcome.Failure is RuleBroken broken && isNested ? broken with { Field = NestedPaths[broken.Field] } : outcome;

    public static CreateBook ReadCreate(ObjectReader body, string currency)
    {
        if (!IsNested(body))
            return CreateBook.Read(body);
        var parts = Parts.Read(body, currency);
        return new CreateBook
        {
            Title = body.Text("title").Or(null),
            AuthorName = parts.Author?.Text("name").Or(null),
            Price = parts.Pricing?.Number("amount").Or(null),
            Isbn = parts.Metadata?.Text("isbn").Or(null),
            Genre = parts.Metadata?.Text("genre").Or(null),
            PublishedYear = parts.Metadata?.Whole("published_year").Or(null),
            PageCount = parts.Metadata?.Whole("page_count").Or(null),
            Tags = parts.Metadata?.Texts("tags").Or(null),
            Description = parts.Metadata?.Text("description").Or(null),
        };
    }

    public static UpdateBook ReadUpdate(ObjectReader body, string currency)
    {
        if (!IsNested(body))
            return UpdateBook.Read(body);
        var parts = Parts.Read(body, currency);
        return new UpdateBook
        {
            Title = body.Text("title"),
            AuthorName = parts.Author?.Text("name") ?? default,
            Price = parts.Pricing?.Number("amount") ?? default,
            Isbn = parts.Metadata?.Text("isbn") ?? default,
            Genre = parts.Metadata?.Text("genre") ?? default,
            PublishedYear = parts.Metadata?.Whole("published_year") ?? default,
            PageCount = parts.Metadata?.Whole("page_count") ?? default,
            Tags = parts.Metadata?.Texts("tags") ?? default,
            Description = parts.Metadata?.Text("description") ?? default,
            Status = parts.Metadata?.Text("status") ?? default,
        };
    }

    /// <summary>What a replacement may send back as it was given; what is computed from elsewhere counts for nothing.</summary>
    public static ReadOnlyMembers ReadReadOnly(ObjectReader body)
    {
        if (!IsNested(body))
            return ReadOnlyMembers.Read(body);
        body.Nested("author")?.Ignore("id");
        body.Ignore("rating", "links");
        return ReadOnlyMembers.Read(body, body.Nested("metadata"));
    }

    private sealed record Parts(ObjectReader? Author, ObjectReader? Pricing, ObjectReader? Metadata)
    {
        public static Parts Read(ObjectReader body, string currency)
        {
            var parts = new Parts(body.Nested("author"), body.Nested("pricing"), body.Nested("metadata"));
            if (parts.Pricing?.Text("currency") is { IsSet: true } named && named.Value != currency)
                parts.Pricing.Faults.Add("currency", $"The currency of this catalogue is {currency}.", "wrong_currency");
            return parts;
        }
    }
}

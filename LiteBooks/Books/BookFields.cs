namespace LiteBooks.Books;

/// <summary>A book's fields after every check: trimmed, normalised, ready to be stored.</summary>
public sealed record BookFields
{
    public required string Title { get; init; }
    public required string AuthorName { get; init; }
    public required Isbn Isbn { get; init; }
    public string? Genre { get; init; }
    public int? PublishedYear { get; init; }
    public required long PriceCents { get; init; }
    public string? Description { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public string Status { get; init; } = BookStatus.Available;
    public int? PageCount { get; init; }

    /// <summary>The same values, and not only the same list of tags.</summary>
    public bool Equals(BookFields? other) =>
        other is not null && Tags.SequenceEqual(other.Tags) && WithoutTags() == other.WithoutTags();

    public override int GetHashCode() => Isbn.GetHashCode();

    private (string, string, Isbn, string?, int?, long, string?, string, int?) WithoutTags() =>
        (Title, AuthorName, Isbn, Genre, PublishedYear, PriceCents, Description, Status, PageCount);
}

/// <summary>Checked changes to a book; what is not set stays.</summary>
public sealed record BookPatch
{
    public Optional<string> Title { get; init; }
    public Optional<string> AuthorName { get; init; }
    public Optional<Isbn> Isbn { get; init; }
    public Optional<string?> Genre { get; init; }
    public Optional<int?> PublishedYear { get; init; }
    public Optional<long> PriceCents { get; init; }
    public Optional<string?> Description { get; init; }
    public Optional<IReadOnlyList<string>> Tags { get; init; }
    public Optional<string> Status { get; init; }
    public Optional<int?> PageCount { get; init; }

    public BookFields ApplyTo(BookFields book) => new()
    {
        Title = Title.Or(book.Title),
        AuthorName = AuthorName.Or(book.AuthorName),
        Isbn = Isbn.Or(book.Isbn),
        Genre = Genre.Or(book.Genre),
        PublishedYear = PublishedYear.Or(book.PublishedYear),
        PriceCents = PriceCents.Or(book.PriceCents),
        Description = Description.Or(book.Description),
        Tags = Tags.Or(book.Tags),
        Status = Status.Or(book.Status),
        PageCount = PageCount.Or(book.PageCount),
    };
}

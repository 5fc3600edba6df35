namespace LiteBooks.Cli.Import;

/// <summary>A field of a book and the columns that usually hold it, the first found first.</summary>
internal sealed record Field(string Name, bool IsRequired, params string[] Columns)
{
    public static readonly Field Title = new("title", true, "title");
    public static readonly Field AuthorName = new("author_name", true, "author_name", "author", "authors");

    // The longer form first: it is the one that a scanner reads.
    public static readonly Field Isbn = new("isbn", true, "isbn13", "isbn", "isbn10");
    public static readonly Field Genre = new("genre", false, "genre", "category");
    public static readonly Field PublishedYear = new("published_year", false, "published_year", "year", "original_publication_year", "publication_date");
    public static readonly Field Price = new("price", true, "price");
    public static readonly Field Description = new("description", false, "description");
    public static readonly Field Tags = new("tags", false, "tags");
    public static readonly Field Status = new("status", false, "status");
    public static readonly Field PageCount = new("page_count", false, "page_count");

    public static IReadOnlyList<Field> All { get; } = [Title, AuthorName, Isbn, Genre, PublishedYear, Price, Description, Tags, Status, PageCount];
}

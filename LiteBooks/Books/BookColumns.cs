namespace LiteBooks.Books;

/// <summary>The columns that books are read by, of <c>books b</c>; each list is what one row class holds.</summary>
internal static class BookColumns
{
    /// <summary>For <see cref="BookSummaryRow"/>.</summary>
    public const string Summary = "b.id, b.title, b.author_name, b.price_cents, b.genre";

    /// <summary>For <see cref="BookRow"/>.</summary>
    public const string Whole = """
        b.id, b.title, b.author_id, b.author_name, b.isbn, b.genre, b.published_year, b.price_cents, b.description,
        b.tags, b.status, b.page_count, b.rating_sum, b.rating_count, b.created_at, b.updated_at, b.version
        """;

    /// <summary>For <see cref="Admin.AdminBookRow"/>.</summary>
    public const string Administered = $"{Whole}, b.cost_cents, b.supplier, b.internal_notes, b.stock_quantity";
}

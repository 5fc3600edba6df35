using LiteBooks.Books;

namespace LiteBooks.Seed.Catalogues;

/// <summary>A book that keeps every rule, with what only the database knows of it.</summary>
public sealed record SampleBook(BookFields Fields, int Stock, DateTimeOffset CreatedAt);

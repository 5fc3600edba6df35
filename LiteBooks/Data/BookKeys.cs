namespace LiteBooks.Data;

/// <summary>What lists of books are filtered, sorted and counted by, of one book as it is stored.</summary>
/// <param name="Title">Folded.</param>
/// <param name="Author">The author's name, folded.</param>
/// <param name="Genre">In the form in which genres are compared.</param>
/// <param name="GenreName">As it was given.</param>
/// <param name="Tags">A JSON array.</param>
public sealed record BookKeys(string? Title, string? Author, string? Genre, string? GenreName, string? Status, long? PriceCents, long? PublishedYear, long? Stock, string? Tags, long? CreatedAt);

/// <summary>A book before and after a change; null where it was not there.</summary>
public sealed record ChangedBook(long Id, BookKeys? Before, BookKeys? After);

namespace LiteBooks.Books;

/// <summary>What an import does with a book whose ISBN is held.</summary>
public enum OnDuplicate { Skip, Update, Fail }

/// <summary>What became of an imported book. Refused: what it says of a held book breaks a rule together with what that book keeps.</summary>
public enum Stored { Added, Updated, Unchanged, Skipped, Refused }

/// <summary>A book to import: as it would be added, and what of it was said about a book that is held.</summary>
public sealed record ImportItem(BookFields Book, BookPatch Patch);

/// <summary>An import that may not meet a held book met one, at this place in the batch.</summary>
public sealed record DuplicateInImport(int Index, long ExistingId) : Failure($"The book {ExistingId} has this ISBN already.");

namespace LiteBooks.Books;

/// <summary>What a book becomes, decided on the book as it is at that moment, inside the write; or why it does not.</summary>
public delegate Outcome<BookFields> BookChange(BookRow row);

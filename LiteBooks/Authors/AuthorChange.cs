namespace LiteBooks.Authors;

/// <summary>What an author becomes, decided on the author as it is at that moment, inside the write; or why it does not.</summary>
public delegate Outcome<AuthorFields> AuthorChange(AuthorRow row);

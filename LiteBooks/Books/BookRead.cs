using LiteBooks.Data;

namespace LiteBooks.Books;

/// <summary>An answer about many books that is remembered.</summary>
/// <param name="Rows">About how many rows it takes the room of.</param>
/// <param name="Shown">The ids of the books in it.</param>
internal sealed record BookRead<T>(T Answer, BookReach Reach, int Rows, IReadOnlyList<long> Shown) : IRemembered
{
    public bool IsTouchedBy(ChangedBook book) => Reach.IsTouchedBy(book, Shown.Contains(book.Id));
}

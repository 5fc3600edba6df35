namespace LiteBooks.Http;

/// <summary>A piece of a list that is walked by cursor, and the cursors on both sides of it.</summary>
public sealed record Piece<T>(Slice<T> Slice, CursorPair Cursors);

/// <summary>Finds the piece that a request asks for.</summary>
public static class Piece
{
    /// <summary><see cref="Malformed"/> where the cursor of the request is not this list's.</summary>
    /// <param name="parameters">Those of the request.</param>
    /// <param name="list">What the cursors are bound to (<see cref="Cursor.DigestOf"/>).</param>
    /// <param name="slice">Cuts the list beyond a place, or before it.</param>
    /// <param name="placeOf">A row's place.</param>
    public static Outcome<Piece<T>> Read<T>(IQueryCollection parameters, string list, Func<Place?, bool, Slice<T>> slice, Func<T, Place> placeOf)
    {
        if (!Cursor.Read(parameters, list).Succeeded(out var cursor, out var failure))
            return failure;
        var rows = slice(cursor?.Place, cursor?.Backwards ?? false);
        return new Piece<T>(rows, CursorPair.Around(rows, list, cursor?.Place, placeOf));
    }
}

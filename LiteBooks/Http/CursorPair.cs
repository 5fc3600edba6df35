namespace LiteBooks.Http;

/// <summary>The cursors on both sides of a piece of a list; null where there is nothing more.</summary>
public sealed record CursorPair(string? Previous, string? Next)
{
    /// <param name="slice">The piece.</param>
    /// <param name="list">What the cursors are bound to (<see cref="Cursor.DigestOf"/>).</param>
    /// <param name="from">Where the piece began.</param>
    /// <param name="placeOf">A row's place.</param>
    public static CursorPair Around<T>(Slice<T> slice, string list, Place? from, Func<T, Place> placeOf) => new(
        slice.HasBefore ? Text(list, backwards: true, slice.Rows is [var first, ..] ? placeOf(first) : from?.Turned) : null,
        slice.HasBehind ? Text(list, backwards: false, slice.Rows is [.., var last] ? placeOf(last) : from?.Turned) : null);

    // An empty piece goes back to where it came from, that row included which was not part of it.
    private static string? Text(string list, bool backwards, Place? place) => place is null
        ? null
        : new Cursor(list, backwards, place.Text, place.Number, place.Id, place.IsIncluded).ToString();
}

namespace LiteBooks;

/// <summary>Rows of a list that is walked by cursor, in the order of the list, and whether there are more on both sides.</summary>
public sealed record Slice<T>(IReadOnlyList<T> Rows, bool HasBefore, bool HasBehind);

/// <summary>Cuts a list into slices.</summary>
public static class Slice
{
    /// <summary>
    /// Up to <paramref name="limit"/> rows beyond a place. <paramref name="find"/> finds as many rows beyond a place in a
    /// direction, nearest first.
    /// </summary>
    public static Slice<T> Beyond<T>(Place? place, bool backwards, int limit, Func<Place?, bool, int, List<T>> find)
    {
        var rows = find(place, backwards, limit + 1);
        var hasBeyond = rows.Count > limit;
        if (hasBeyond)
            rows.RemoveAt(limit);
        if (backwards)
            rows.Reverse();
        // What lies on the side that one comes from, counted from the place itself: its row may be gone.
        var hasOther = place is not null && find(place.Turned, !backwards, 1).Count > 0;
        return new Slice<T>(rows, HasBefore: backwards ? hasBeyond : hasOther, HasBehind: backwards ? hasOther : hasBeyond);
    }
}

using LiteBooks.Data;
using LiteBooks.Http;
using LiteBooks.Http.Description;

namespace LiteBooks.Audit;

/// <summary>Who and when: what the audit and the activity of users are both asked for. Both go from the latest to the earliest.</summary>
/// <param name="User">A username, as it was then.</param>
/// <param name="UserId">A user.</param>
/// <param name="Since">The earliest time, inclusive.</param>
/// <param name="Until">The latest time, exclusive.</param>
public sealed record Trail(string? User, long? UserId, DateTimeOffset? Since, DateTimeOffset? Until)
{
    public static Trail Read(QueryReader read) =>
        new(read.Filter("user"), read.Whole("user_id", least: 1), read.Time("since"), read.Time("until"));

    public void AddTo(SqlFilter where)
    {
        if (User is { } user)
            where.Add($"username = {user} COLLATE NOCASE");
        if (UserId is { } id)
            where.Add($"user_id = {id}");
        if (Since is { } since)
            where.Add($"created_at >= {since.ToUnixTimeMilliseconds()}");
        if (Until is { } until)
            where.Add($"created_at < {until.ToUnixTimeMilliseconds()}");
    }

    /// <summary>An entry's place: ids grow with time.</summary>
    public static Place PlaceOf(long id) => new(null, null, id);

    /// <summary>Adds that an entry lies beyond a place.</summary>
    public static void AddBeyond(SqlFilter where, Place? place, bool backwards)
    {
        if (place is null)
            return;
        if (backwards)
            where.Add($"id > {(place.IsIncluded ? place.Id - 1 : place.Id)}");
        else
            where.Add($"id < {(place.IsIncluded ? place.Id + 1 : place.Id)}");
    }

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        QueryParameter.Text("user", "Only entries of this username, as it was then, regardless of case.", "ada"),
        QueryParameter.Whole("user_id", "Only entries of this user.", least: 1, example: 2),
        QueryParameter.Time("since", "Only entries since this time, inclusive (RFC 3339)."),
        QueryParameter.Time("until", "Only entries before this time (RFC 3339)."),
    ];
}

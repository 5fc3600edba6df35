using LiteBooks.Data;
using LiteBooks.Http;
using LiteBooks.Http.Description;

namespace LiteBooks.Audit;

/// <summary>What the trail is asked for; filters combine with AND.</summary>
public sealed record AuditQuery
{
    public string? Resource { get; init; }
    public long? ResourceId { get; init; }
    public string? User { get; init; }
    public long? UserId { get; init; }
    public string? Action { get; init; }

    /// <summary>The earliest time, inclusive.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The latest time, exclusive.</summary>
    public DateTimeOffset? Until { get; init; }
    public int Limit { get; init; } = PageRequest.DefaultPerPage;

    /// <summary>What a cursor is bound to.</summary>
    public string ListDigest => Cursor.DigestOf(string.Join('\u0001', Resource, ResourceId, User, UserId, Action, Since?.UtcTicks, Until?.UtcTicks));

    public static Outcome<AuditQuery> Read(IQueryCollection parameters)
    {
        var read = new QueryReader(parameters, new Faults());
        var query = new AuditQuery
        {
            Resource = read.Filter("resource") is { } resource ? read.ListedOrFault("resource", resource, AuditedResource.All) : null,
            ResourceId = read.Whole("resource_id", least: 1),
            User = read.Filter("user"),
            UserId = read.Whole("user_id", least: 1),
            Action = read.Filter("action") is { } action ? read.ListedOrFault("action", action, AuditAction.All) : null,
            Since = read.Time("since"),
            Until = read.Time("until"),
            Limit = read.Limit(),
        };
        return read.Faults.Any ? read.Faults.ToFailure() : query;
    }

    /// <summary>The filters, and with a place only what lies beyond it: the trail goes from the latest to the earliest.</summary>
    public SqlFilter Filter(Place? place, bool backwards)
    {
        var where = new SqlFilter();
        AddWhat(where);
        AddWhoAndWhen(where);
        if (place is { } beyond)
            AddBeyond(where, beyond, backwards);
        return where;
    }

    private void AddWhat(SqlFilter where)
    {
        if (Resource is { } resource)
            where.Add($"resource = {resource}");
        if (ResourceId is { } id)
            where.Add($"resource_id = {id}");
        if (Action is { } action)
            where.Add($"action = {action}");
    }

    private void AddWhoAndWhen(SqlFilter where)
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

    private static void AddBeyond(SqlFilter where, Place place, bool backwards)
    {
        if (backwards)
            where.Add($"id > {(place.IsIncluded ? place.Id - 1 : place.Id)}");
        else
            where.Add($"id < {(place.IsIncluded ? place.Id + 1 : place.Id)}");
    }

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        QueryParameter.Choice("resource", "Only changes of this kind of resource.", AuditedResource.All),
        QueryParameter.Whole("resource_id", "Only changes of the resource with this id.", least: 1),
        QueryParameter.Text("user", "Only changes by this username, as it was then, regardless of case."),
        QueryParameter.Whole("user_id", "Only changes by this user.", least: 1),
        QueryParameter.Choice("action", "Only changes of this kind.", AuditAction.All),
        QueryParameter.Time("since", "Only changes since this time, inclusive (RFC 3339)."),
        QueryParameter.Time("until", "Only changes before this time (RFC 3339)."),
    ];
}

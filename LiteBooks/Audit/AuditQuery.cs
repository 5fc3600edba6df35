using LiteBooks.Data;
using LiteBooks.Http;
using LiteBooks.Http.Description;

namespace LiteBooks.Audit;

/// <summary>What the trail is asked for; filters combine with AND.</summary>
public sealed record AuditQuery
{
    public string? Resource { get; init; }
    public long? ResourceId { get; init; }
    public string? Action { get; init; }
    public required Trail Trail { get; init; }
    public int Limit { get; init; } = PageRequest.DefaultPerPage;

    /// <summary>What a cursor is bound to.</summary>
    public string ListDigest => Cursor.DigestOf(string.Join('\u0001', Resource, ResourceId, Action, Trail));

    public static Outcome<AuditQuery> Read(IQueryCollection parameters)
    {
        var read = new QueryReader(parameters, new Faults());
        var query = new AuditQuery
        {
            Resource = read.Filter("resource") is { } resource ? read.ListedOrFault("resource", resource, AuditedResource.All) : null,
            ResourceId = read.Whole("resource_id", least: 1),
            Action = read.Filter("action") is { } action ? read.ListedOrFault("action", action, AuditAction.All) : null,
            Trail = Trail.Read(read),
            Limit = read.Limit(),
        };
        return read.Faults.Any ? read.Faults.ToFailure() : query;
    }

    /// <summary>The filters, and with a place only what lies beyond it: the trail goes from the latest to the earliest.</summary>
    public SqlFilter Filter(Place? place, bool backwards)
    {
        var where = new SqlFilter();
        AddWhat(where);
        Trail.AddTo(where);
        Trail.AddBeyond(where, place, backwards);
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

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        QueryParameter.Choice("resource", "Only changes of this kind of resource.", AuditedResource.All),
        QueryParameter.Whole("resource_id", "Only changes of the resource with this id.", least: 1, example: 4),
        QueryParameter.Choice("action", "Only changes of this kind.", AuditAction.All),
        .. Trail.Parameters,
    ];
}

using LiteBooks.Data;
using LiteBooks.Http;
using LiteBooks.Http.Description;

namespace LiteBooks.Audit;

/// <summary>What the activity of users is asked for; filters combine with AND.</summary>
public sealed record ActivityQuery
{
    public string? Kind { get; init; }
    public required Trail Trail { get; init; }
    public int Limit { get; init; } = PageRequest.DefaultPerPage;

    /// <summary>What a cursor is bound to.</summary>
    public string ListDigest => Cursor.DigestOf(string.Join('\u0001', Kind, Trail));

    public static Outcome<ActivityQuery> Read(IQueryCollection parameters)
    {
        var read = new QueryReader(parameters, new Faults());
        var query = new ActivityQuery
        {
            Kind = read.Filter("kind") is { } kind ? read.ListedOrFault("kind", kind, ActivityKind.All) : null,
            Trail = Trail.Read(read),
            Limit = read.Limit(),
        };
        return read.Faults.Any ? read.Faults.ToFailure() : query;
    }

    /// <summary>The filters, and with a place only what lies beyond it.</summary>
    public SqlFilter Filter(Place? place, bool backwards)
    {
        var where = new SqlFilter();
        if (Kind is { } kind)
            where.Add($"kind = {kind}");
        Trail.AddTo(where);
        Trail.AddBeyond(where, place, backwards);
        return where;
    }

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        QueryParameter.Choice("kind", "Only entries of this kind.", ActivityKind.All),
        .. Trail.Parameters,
    ];
}

using LiteBooks.Data;
using LiteBooks.Http;
using LiteBooks.Http.Description;

namespace LiteBooks.Reports;

/// <summary>What a list of reports is asked for.</summary>
public sealed record ReportQuery
{
    public string? ReportType { get; init; }
    public string? Status { get; init; }
    public PageRequest Page { get; init; } = PageRequest.First;

    public static Outcome<ReportQuery> Read(IQueryCollection parameters, ReportKinds kinds)
    {
        var read = new QueryReader(parameters, new Faults());
        var query = new ReportQuery
        {
            ReportType = read.Filter("report_type") is { } type ? read.ListedOrFault("report_type", type, kinds.Names) : null,
            Status = read.Filter("status") is { } status ? read.ListedOrFault("status", status, ReportStatus.All) : null,
            Page = read.Page(),
        };
        return read.Faults.Any ? read.Faults.ToFailure() : query;
    }

    public SqlFilter Filter()
    {
        var where = new SqlFilter();
        if (ReportType is { } type)
            where.Add($"report_type = {type}");
        if (Status is { } status)
            where.Add($"status = {status}");
        return where;
    }

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        QueryParameter.Choice("report_type", "Only reports of this type.", ReportTypes.All),
        QueryParameter.Choice("status", "How far the reports have come.", ReportStatus.All),
        .. QueryParameter.Paging("Reports"),
    ];
}

namespace LiteBooks.Reports;

/// <summary>The kinds of reports that the other rooms make.</summary>
public sealed class ReportKinds(IEnumerable<IReportKind> kinds)
{
    private readonly Dictionary<string, IReportKind> _byName = kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    public IReadOnlyList<string> Names => [.. _byName.Keys.Order(StringComparer.Ordinal)];

    public IReportKind? Find(string name) => _byName.GetValueOrDefault(name);
}

using LiteBooks.Data;
using LiteBooks.Http;
using LiteBooks.Http.Description;

namespace LiteBooks.Authors;

/// <summary>What a list of authors is asked for.</summary>
public sealed record AuthorQuery
{
    internal static readonly SortMap Sorts = new("id", new SortColumn("name", "name_folded", IsText: true), new SortColumn("book_count", "book_count"));

    /// <summary>Part of the name, regardless of case and accents.</summary>
    public string? Search { get; init; }
    public string SortBy { get; init; } = "name";
    public bool Descending { get; init; }
    public PageRequest Page { get; init; } = PageRequest.First;

    public static Outcome<AuthorQuery> Read(IQueryCollection parameters)
    {
        var read = new QueryReader(parameters, new Faults());
        var query = new AuthorQuery
        {
            Search = read.Text("search", shortest: 2),
            SortBy = read.Choice("sort_by", Sorts.Keys, "name"),
            Descending = read.Choice("sort_order", ["asc", "desc"], "asc") == "desc",
            Page = read.Page(),
        };
        return read.Faults.Any ? read.Faults.ToFailure() : query;
    }

    internal SqlFilter Filter()
    {
        var where = new SqlFilter();
        if (Search is { } search && SearchTerm.From(search) is { } term)
            where.Add($"id IN ({TextIndex.Authors.Holding(term)})");
        return where;
    }

    internal string OrderBy => Sorts.OrderBy(SortBy, Descending);

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        QueryParameter.Text("search", "Part of the name, regardless of case and accents.", "le guin", shortest: 2),
        QueryParameter.Choice("sort_by", "What to sort by.", Sorts.Keys, "name"),
        QueryParameter.Choice("sort_order", "The direction of the sort.", ["asc", "desc"], "asc"),
        .. QueryParameter.Paging("Authors"),
    ];
}

using System.Globalization;
using LiteBooks.Http.Description;

namespace LiteBooks.Books;

/// <summary>How the books that match a list's filters are spread.</summary>
[Example("""
    {
      "total": 2,
      "genres": [{ "value": "dystopian", "count": 1 }, { "value": "science-fiction", "count": 1 }],
      "statuses": [{ "value": "available", "count": 2 }],
      "tags": [{ "value": "classic", "count": 2 }, { "value": "dystopian", "count": 1 }, { "value": "politics", "count": 1 }, { "value": "sci-fi", "count": 1 }, { "value": "space", "count": 1 }],
      "decades": [{ "decade": 1940, "count": 1 }, { "decade": 1960, "count": 1 }],
      "price_bands": [{ "min": 10, "max": 20, "count": 2 }]
    }
    """)]
public sealed record BookFacets
{
    private const int MostTags = 50;

    public required long Total { get; init; }

    /// <summary>By genre, the most frequent first; null stands for none.</summary>
    public required IReadOnlyList<FacetCount> Genres { get; init; }
    public required IReadOnlyList<FacetCount> Statuses { get; init; }

    /// <summary>The 50 most frequent.</summary>
    [HowMany(0, MostTags)]
    public required IReadOnlyList<FacetCount> Tags { get; init; }

    /// <summary>By decade of publication, the earliest first; null stands for books without a year, and comes last.</summary>
    public required IReadOnlyList<DecadeFacet> Decades { get; init; }

    /// <summary>By price, the lowest first; bands without a book are left out.</summary>
    public required IReadOnlyList<PriceBandFacet> PriceBands { get; init; }

    internal int Rows() => Genres.Count + Statuses.Count + Tags.Count + Decades.Count + PriceBands.Count;

    internal static BookFacets From(IEnumerable<FacetRow> rows)
    {
        var counts = rows.ToLookup(row => row.Kind, row => new FacetCount(row.Value, row.Count));
        return new BookFacets
        {
            // Every book has a status.
            Total = counts[FacetRow.Status].Sum(status => status.Count),
            Genres = [.. counts[FacetRow.Genre]],
            Statuses = [.. counts[FacetRow.Status]],
            Tags = [.. counts[FacetRow.Tag].Take(MostTags)],
            Decades = DecadeFacet.From(counts[FacetRow.Decade]),
            PriceBands = PriceBandFacet.From(counts[FacetRow.PriceBand]),
        };
    }
}

/// <summary>How many books have a value.</summary>
public sealed record FacetCount(string? Value, long Count);

/// <summary>How many books were published in the ten years from `decade` on.</summary>
public sealed record DecadeFacet(int? Decade, long Count)
{
    internal static IReadOnlyList<DecadeFacet> From(IEnumerable<FacetCount> counts) =>
    [
        .. counts.Select(count => new DecadeFacet(count.Value is { } year ? int.Parse(year, CultureInfo.InvariantCulture) : null, count.Count))
            .OrderBy(facet => facet.Decade is null).ThenBy(facet => facet.Decade),
    ];
}

/// <summary>How many books cost at least `min` and less than `max`; the last band has no end, and null for it.</summary>
public sealed record PriceBandFacet(int Min, int? Max, long Count)
{
    private static readonly int[] Edges = [0, 10, 20, 50, 100, 500, 1000];

    private static readonly string Bands = string.Concat(Edges.Index().Skip(1).Select(edge => $"WHEN price_cents < {edge.Item}00 THEN {edge.Index - 1} "));

    /// <summary>The place of a price's band among the edges.</summary>
    internal static string Sql => $"CASE {Bands}ELSE {Edges.Length - 1} END";

    internal static IReadOnlyList<PriceBandFacet> From(IEnumerable<FacetCount> counts) =>
    [
        .. counts.Select(count => (Band: int.Parse(count.Value!, CultureInfo.InvariantCulture), count.Count)).OrderBy(count => count.Band)
            .Select(count => new PriceBandFacet(Edges[count.Band], count.Band + 1 < Edges.Length ? Edges[count.Band + 1] : null, count.Count)),
    ];
}

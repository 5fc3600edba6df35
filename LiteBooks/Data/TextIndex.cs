namespace LiteBooks.Data;

/// <summary>A full-text index of the catalogue, as the migrations make it: <c>NAME_search</c>, and <c>NAME_terms</c> to look inside it.</summary>
public sealed class TextIndex
{
    public static readonly TextIndex Titles = new("title");
    public static readonly TextIndex Authors = new("author");

    private TextIndex(string name) => Name = name;

    internal string Name { get; }

    /// <summary>A query of the ids of all texts that hold the term, for a hole of <see cref="SqlFilter"/>.</summary>
    public TextMatch Holding(SearchTerm term) => new(this, term);
}

/// <summary>A search in an index.</summary>
public sealed record TextMatch(TextIndex Index, SearchTerm Term);

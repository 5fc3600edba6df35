using LiteBooks.Seed.Words;

namespace LiteBooks.Seed.Catalogues;

/// <summary>An author, the genre that most of their books belong to, and the year of the first of them.</summary>
internal sealed record Author(string Name, Genre Genre, int FirstYear);

using Bogus;
using LiteBooks.Books;
using LiteBooks.Seed.Words;

namespace LiteBooks.Seed.Catalogues;

/// <summary>The tags of a book: of its genre, and such as fit any book. The first of each list are the frequent ones.</summary>
internal sealed class Tagging(Randomizer random, IReadOnlyList<string> commonTags)
{
    /// <summary>Up to ten tags; a tag that is drawn twice is there once, so few books have that many.</summary>
    public IReadOnlyList<string> Next(Genre genre)
    {
        var tags = new List<string>();
        if (random.Bool(0.1f))
            return tags;
        for (var left = random.Low(1, BookLimits.Tags); left > 0; left--)
            tags.Add(Pick(random.Bool(0.65f) ? genre.Tags : commonTags));
        return [.. BookRules.NormaliseTags(tags)];
    }

    private string Pick(IReadOnlyList<string> tags) => tags[random.Low(0, tags.Count - 1)];
}

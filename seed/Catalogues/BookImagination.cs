using System.Text.RegularExpressions;
using Bogus;
using LiteBooks.Books;
using LiteBooks.Seed.Words;

namespace LiteBooks.Seed.Catalogues;

/// <summary>Thinks up the books of an author.</summary>
internal sealed partial class BookImagination(Randomizer random, GenreShelf shelf)
{
    private readonly Narrator _narrator = new(random);
    private readonly Tagging _tagging = new(random, shelf.CommonTags);

    public CreateBook Imagine(Author author, string isbn, int thisYear)
    {
        // Authors stray: one book in eight is of another genre, as frequent ones are.
        var genre = random.Bool(0.125f) ? random.Share(shelf.Genres, genre => genre.Share) : author.Genre;
        var year = Math.Max(author.FirstYear, genre.EarliestYear) + random.Low(0, 45);
        return new CreateBook
        {
            Title = Title(genre.Grammar),
            AuthorName = author.Name,
            Isbn = isbn,
            Genre = random.Bool(0.03f) ? null : genre.Name,
            PublishedYear = random.Bool(0.02f) ? null : Math.Min(year, thisYear),
            Price = new ExactDecimal(Pricing.Cents(random, genre) / 100m, true),
            Description = random.Bool(0.15f) ? null : Description(genre.Grammar),
            Tags = _tagging.Next(genre),
            PageCount = random.Bool(0.04f) ? null : random.Middle(genre.Pages.Least, genre.Pages.Most),
        };
    }

    private string Title(Grammar grammar)
    {
        string title;
        do
            title = TitleCase.Of(_narrator.Say(grammar, "title"));
        while (RepeatedWord().IsMatch(title));
        return title;
    }

    private string Description(Grammar grammar)
    {
        var story = Sentence(_narrator.Say(grammar, "description"));
        return random.Bool(0.3f) ? $"{story} {Sentence(_narrator.Say(grammar, "praise"))}" : story;
    }

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    // "The Garden in the Garden": chance may fill two holes with one word.
    [GeneratedRegex(@"\b(?<word>\w{4,})\b.*\b\k<word>\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RepeatedWord();
}

using static LiteBooks.TextRules;

namespace LiteBooks.Books;

/// <summary>
/// What makes a book valid, whoever brings it: API, import or sample. Every fault is added to the list that is passed;
/// what is returned counts only if there is none.
/// </summary>
public sealed class BookRules(Settings settings, TimeProvider clock)
{
    public BookFields Check(CreateBook book, Faults faults) => new()
    {
        Title = RequiredText("title", book.Title, BookLimits.Title, faults),
        AuthorName = RequiredText("author_name", book.AuthorName, BookLimits.AuthorName, faults),
        Isbn = RequiredIsbn(book.Isbn, faults),
        Genre = TextOrNull("genre", book.Genre, BookLimits.Genre, faults),
        PublishedYear = Year(book.PublishedYear, faults),
        PriceCents = RequiredPrice(book.Price, faults),
        Description = Text("description", book.Description, BookLimits.Description, faults),
        Tags = Tags(book.Tags, faults),
        PageCount = Pages(book.PageCount, faults),
    };

    public BookPatch Check(UpdateBook book, Faults faults) => new()
    {
        Title = book.Title.Select(value => RequiredText("title", value, BookLimits.Title, faults)),
        AuthorName = book.AuthorName.Select(value => RequiredText("author_name", value, BookLimits.AuthorName, faults)),
        Isbn = book.Isbn.Select(value => RequiredIsbn(value, faults)),
        Genre = book.Genre.Select(value => TextOrNull("genre", value, BookLimits.Genre, faults)),
        PublishedYear = book.PublishedYear.Select(value => Year(value, faults)),
        PriceCents = book.Price.Select(value => RequiredPrice(value, faults)),
        Description = book.Description.Select(value => Text("description", value, BookLimits.Description, faults)),
        Tags = book.Tags.Select<IReadOnlyList<string>>(value => Tags(value, faults)),
        Status = book.Status.Select(value => RequiredStatus(value, faults)),
        PageCount = book.PageCount.Select(value => Pages(value, faults)),
    };

    /// <summary>The rules that join several fields, on the book as it would be stored.</summary>
    public static Outcome<BookFields> Uphold(BookFields book)
    {
        var isPremium = book.PriceCents > BookLimits.PremiumPrice * 100;
        if (isPremium && !(book.Isbn.Text.Length == 13 && book.Isbn.Text.StartsWith("978", StringComparison.Ordinal)))
            return new RuleBroken("premium_isbn_required", $"A book over {BookLimits.PremiumPrice} needs an ISBN-13 that begins with 978.", "isbn", "isbn13_prefix_978");
        return book;
    }

    /// <summary>Whether the text would be taken as an ISBN.</summary>
    public bool IsIsbn(string text) => Isbn.Parse(text, settings.VerifyIsbn, new Faults()) is not null;

    /// <summary>The last year that a book may be published in.</summary>
    public int LatestYear => clock.GetUtcNow().Year + BookLimits.YearsAhead;

    /// <summary>Tags as they are stored and compared: trimmed, lower-cased, without blanks and repeats, in order.</summary>
    public static IEnumerable<string> NormaliseTags(IEnumerable<string> tags) =>
        tags.Select(tag => tag.Trim().ToLowerInvariant()).Where(tag => tag.Length > 0).Distinct();

    private Isbn RequiredIsbn(string? value, Faults faults)
    {
        CheckCharacters("isbn", value, faults);
        if (value is null)
            faults.Add("isbn", "A value is required.", "required");
        else if (Isbn.Parse(value, settings.VerifyIsbn, faults) is { } isbn)
            return isbn;
        return default;
    }

    private int? Year(long? value, Faults faults)
    {
        if (value < BookLimits.EarliestYear || value > LatestYear)
            faults.Add("published_year", $"The year must be from {BookLimits.EarliestYear} to {LatestYear}.", "out_of_range");
        return (int?)value;
    }

    private static long RequiredPrice(ExactDecimal? value, Faults faults)
    {
        if (value is not { } price)
            faults.Add("price", "A value is required.", "required");
        else if (price.Value <= 0)
            faults.Add("price", "The price must be more than 0.", "out_of_range");
        else if (price.Value > BookLimits.HighestPrice)
            faults.Add("price", $"The price must be at most {BookLimits.HighestPrice}.", "out_of_range");
        else if (!price.HasAtMost(decimals: 2))
            faults.Add("price", "The price has at most two decimals.", "too_many_decimals");
        else
            return (long)(price.Value * 100);
        return 0;
    }

    private static List<string> Tags(IReadOnlyList<string>? values, Faults faults)
    {
        if (values is null)
            return [];
        for (var i = 0; i < values.Count; i++)
        {
            CheckCharacters($"tags[{i}]", values[i], faults);
            Text($"tags[{i}]", values[i].Trim(), BookLimits.Tag, faults);
        }
        var tags = NormaliseTags(values).ToList();
        if (tags.Count > BookLimits.Tags)
            faults.Add("tags", $"At most {BookLimits.Tags} tags are allowed.", "too_many");
        return tags;
    }

    private static string RequiredStatus(string? value, Faults faults)
    {
        if (value is null)
            faults.Add("status", "A value is required.", "required");
        else if (!BookStatus.All.Contains(value))
            faults.Add("status", $"The status must be one of {string.Join(", ", BookStatus.All)}.", "not_in_list");
        return value ?? BookStatus.Available;
    }

    private static int? Pages(long? value, Faults faults)
    {
        if (value is < 1 or > BookLimits.Pages)
            faults.Add("page_count", $"The number of pages must be from 1 to {BookLimits.Pages}.", "out_of_range");
        return (int?)value;
    }
}

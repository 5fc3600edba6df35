namespace LiteBooks;

/// <summary>What readers give a book.</summary>
public static class Ratings
{
    public const int Lowest = 1;
    public const int Highest = 5;

    /// <summary>The average of ratings, with two decimals; null where there is none.</summary>
    public static decimal? Average(long sum, long count) =>
        count == 0 ? null : decimal.Round((decimal)sum / count, 2, MidpointRounding.AwayFromZero);
}

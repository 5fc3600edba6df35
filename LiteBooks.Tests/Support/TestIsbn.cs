using System.Globalization;

namespace LiteBooks.Tests.Support;

/// <summary>ISBNs that are valid and that no other test uses.</summary>
internal static class TestIsbn
{
    private static int _last = 300_000_000;

    /// <summary>A new ISBN-13 that begins with 978.</summary>
    public static string Next() => Thirteen("978" + NextNine());

    /// <summary>A new ISBN-13 that begins with 979, which has no ISBN-10.</summary>
    public static string Next979() => Thirteen("979" + NextNine());

    /// <summary>A new ISBN-10, and the ISBN-13 of the same book.</summary>
    public static (string Ten, string Thirteen) NextPair()
    {
        var nine = NextNine();
        return (Ten(nine), Thirteen("978" + nine));
    }

    public static string Thirteen(string twelve)
    {
        var sum = twelve.Select((digit, i) => (digit - '0') * (i % 2 == 0 ? 1 : 3)).Sum();
        return twelve + (10 - sum % 10) % 10;
    }

    private static string Ten(string nine)
    {
        var sum = nine.Select((digit, i) => (digit - '0') * (i + 1)).Sum() % 11;
        return nine + (sum == 10 ? "X" : sum.ToString(CultureInfo.InvariantCulture));
    }

    private static string NextNine() => Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
}

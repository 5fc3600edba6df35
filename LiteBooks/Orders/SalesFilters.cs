using System.Globalization;
using LiteBooks.Http;

namespace LiteBooks.Orders;

/// <summary>Which days a report of sales covers, in UTC and both of them included; null where it has no bound.</summary>
internal sealed record SalesFilters(DateOnly? From, DateOnly? To)
{
    private const long DayLength = 86_400_000;

    /// <summary>Reads a JSON object. What is returned counts only if no fault was added.</summary>
    public static SalesFilters Read(string filters, Faults faults)
    {
        var read = new SalesFilters(null, null);
        ObjectReader.Read(filters, faults, json => read = new SalesFilters(Day(json, "from"), Day(json, "to")));
        if (read.From > read.To)
            faults.Add("to", "The last day must not lie before the first.", "out_of_range");
        return read;
    }

    /// <summary>Milliseconds since 1970: the first that is covered, and the first that no longer is.</summary>
    public SalesPeriod Period => new(From is { } from ? StartOf(from) : long.MinValue, To is { } to ? StartOf(to) + DayLength : long.MaxValue);

    private static DateOnly? Day(ObjectReader reader, string name)
    {
        if (reader.Text(name).Or(null) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        reader.Faults.Add(name, "Expected a day such as 2026-11-01.", "invalid_format");
        return null;
    }

    private static long StartOf(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds();
}

internal sealed record SalesPeriod(long From, long Until);

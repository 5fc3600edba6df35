using System.Globalization;
using LiteBooks.Http;
using LiteBooks.Http.Description;
using Microsoft.Extensions.Primitives;

namespace LiteBooks.Books.Reports;

/// <summary>The filters of a list of books as a JSON object, by the same names: each with the JSON type of its parameter.</summary>
internal static class BookFilters
{
    /// <summary>Faults are fields below <c>filters.</c>; what is returned counts only if there is none.</summary>
    public static BookQuery Read(string filters, Faults faults)
    {
        var (within, parameters) = (faults.Within("filters."), new Dictionary<string, StringValues>());
        ObjectReader.Read(filters, within, json =>
        {
            foreach (var filter in BookQueryParameters.Filters)
            {
                if (ValueOf(filter, json) is { Count: > 0 } value)
                    parameters[filter.Name] = value;
            }
        });
        var read = BookQuery.Read(new QueryCollection(parameters), ListKind.Counts);
        foreach (var fault in (read.Failure as Invalid)?.Faults ?? [])
            within.Add(fault.Field, fault.Message, fault.Code);
        return read.Failure is null ? read.Value : new BookQuery();
    }

    private static StringValues ValueOf(QueryParameter filter, ObjectReader json) => filter switch
    {
        { IsList: true } => json.Texts(filter.Name).Or(null)?.ToArray() ?? [],
        { Type: "integer" } => json.Whole(filter.Name).Or(null)?.ToString(CultureInfo.InvariantCulture),
        { Type: "number" } => json.Number(filter.Name).Or(null)?.Value.ToString(CultureInfo.InvariantCulture),
        { Type: "boolean" } => json.Switch(filter.Name).Or(null) is { } isOn ? isOn ? "true" : "false" : null,
        _ => json.Text(filter.Name).Or(null),
    };
}

using System.Globalization;
using CsvHelper;
using LiteBooks.Books;
using LiteBooks.Cli.Import;

namespace LiteBooks.Cli.Export;

/// <summary>
/// Writes books as CSV (RFC 4180, UTF-8). Columns that only an administrator may see are not among them. Every text is as it is,
/// also one that a spreadsheet would take for a formula: the import reads it back.
/// </summary>
internal static class BookCsv
{
    private static readonly Field[] Columns =
        [Field.Title, Field.AuthorName, Field.Isbn, Field.Genre, Field.PublishedYear, Field.Price, Field.Description, Field.Tags, Field.Status, Field.PageCount];

    /// <summary>Writes every book and returns their number.</summary>
    public static long Write(BookRepository books, Stream to)
    {
        using var csv = CsvWriter.Create(to, CsvWriterOptions.Default, leaveOpen: false);
        csv.WriteRecord([.. Columns.Select(column => column.Name)]);
        long count = 0;
        books.VisitAll(row =>
        {
            csv.WriteRecord(Cells(row));
            count++;
        });
        return count;
    }

    private static string?[] Cells(BookRow row) =>
    [
        row.Title,
        row.AuthorName,
        row.Isbn,
        row.Genre,
        row.PublishedYear?.ToString(CultureInfo.InvariantCulture),
        (row.PriceCents / 100m).ToString("0.00", CultureInfo.InvariantCulture),
        row.Description,
        TagList.Write(row.TagList()),
        row.Status,
        row.PageCount?.ToString(CultureInfo.InvariantCulture),
    ];
}

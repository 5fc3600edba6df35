using System.Text;
using System.Text.Unicode;
using CsvHelper;
using LiteBooks.Books;

namespace LiteBooks.Cli.Import;

/// <summary>Reads rows one by one: finds the fields, makes the certain repairs, and puts each row to the rules that hold for the API.</summary>
internal sealed class RowReader : IDisposable
{
    // Far above any real row; what is larger is a quote that was never closed, and would swallow the file.
    private const int LargestRow = 1024 * 1024;

    private readonly FileStream _file;
    private readonly CsvReader _csv;
    private readonly ColumnMap _columns;
    private readonly BookRules _rules;
    private CsvMalformedRecord? _malformed;
    private RowNotes _notes = new();

    public RowReader(ImportOptions options, BookRules rules)
    {
        _rules = rules;
        _file = options.File.OpenRead();
        _csv = CsvReader.Create(_file, new CsvReaderOptions
        {
            Separator = options.Delimiter,
            Encoding = options.Encoding,
            TrackLineNumbers = true,
            MaxRecordSize = LargestRow,
            OnMalformedRecord = record => _malformed = record,
        });
        try
        {
            _columns = new ColumnMap([.. _csv.Headers], options);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Bytes of the file that were read.</summary>
    public long Position => _file.Position;

    /// <summary>The line at which the current row starts, counted from 1.</summary>
    public long Line => _csv.LineNumber;

    public bool Read() => _csv.Read();

    /// <summary>The current row: checked, or rejected.</summary>
    public (ImportRow? Row, RejectedRow? Rejected) Current()
    {
        var faults = new Faults();
        _notes = new RowNotes();
        var row = IsWhole(faults) ? Check(faults) : null;
        return faults.Any ? (null, Reject(faults)) : (row, null);
    }

    public void Dispose()
    {
        _csv.Dispose();
        _file.Dispose();
    }

    private bool IsWhole(Faults faults)
    {
        if (!Utf8.IsValid(_csv.RawRecord))
            faults.Add("row", "The row is not in UTF-8; say which --encoding it has.", "wrong_encoding");
        else if (_malformed?.LineNumber == Line)
            faults.Add("row", "A quote in the row is out of place.", "misplaced_quote");
        else if (_csv.FieldCount != _csv.Headers.Count)
            faults.Add("row", $"The row has {_csv.FieldCount} columns instead of {_csv.Headers.Count}.", "column_count");
        return !faults.Any;
    }

    private ImportRow? Check(Faults faults)
    {
        // First, because a book without an ISBN is rejected for that, whatever else is wrong with it.
        var isbn = ReadIsbn(faults);
        var status = Cell(Field.Status) ?? Default(Field.Status);
        var said = new UpdateBook
        {
            Title = Optionally(Cell(Field.Title)),
            AuthorName = Optionally(Cell(Field.AuthorName)),
            Genre = Optionally(Cell(Field.Genre)),
            PublishedYear = Optionally(ReadYear(Cell(Field.PublishedYear))),
            Price = Optionally(ReadPrice(Cell(Field.Price), faults)),
            Description = Optionally(Cell(Field.Description)),
            Tags = Optionally(ReadTags(Cell(Field.Tags), faults)),
            Status = Optionally(status),
            PageCount = Optionally(ReadWhole(Field.PageCount, Cell(Field.PageCount), faults)),
        };
        var patch = _rules.Check(said, faults);
        var book = _rules.Check(WithDefaults(said, isbn, faults), faults) with { Status = patch.Status.Or(BookStatus.Available) };
        if (BookRules.Uphold(book).Failure is RuleBroken broken && !faults.Any)
            faults.Add(broken.Field, broken.Detail, broken.Code);
        return new ImportRow(Line, Raw, book, patch, _notes);
    }

    private CreateBook WithDefaults(UpdateBook said, string? isbn, Faults faults) => new()
    {
        Title = said.Title.Or(Default(Field.Title)),
        AuthorName = said.AuthorName.Or(Default(Field.AuthorName)),
        Isbn = isbn ?? Default(Field.Isbn),
        Genre = said.Genre.Or(Default(Field.Genre)),
        PublishedYear = said.PublishedYear.IsSet ? said.PublishedYear.Value : ReadYear(Default(Field.PublishedYear)),
        Price = said.Price.IsSet ? said.Price.Value : ReadPrice(Default(Field.Price), faults),
        Description = said.Description.Or(Default(Field.Description)),
        Tags = said.Tags.IsSet ? said.Tags.Value : ReadTags(Default(Field.Tags), faults),
        PageCount = said.PageCount.IsSet ? said.PageCount.Value : ReadWhole(Field.PageCount, Default(Field.PageCount), faults),
    };

    /// <summary>The first of the row's ISBNs that is right, or the fault of the one that comes closest.</summary>
    private string? ReadIsbn(Faults faults)
    {
        var cells = _columns.Of(Field.Isbn).Select(index => _csv.GetString(index).Trim()).Where(cell => cell.Length > 0).ToList();
        foreach (var cell in cells)
        {
            if (Repairs.Isbn(cell) is { } repaired)
            {
                _notes.Repairs.Add("ISBN completed");
                return repaired;
            }
            if (_rules.IsIsbn(cell))
                return cell;
        }
        var closest = cells.Where(cell => !Repairs.IsScientific(cell)).MaxBy(cell => Isbn.HasForm(Isbn.Compact(cell)) || Repairs.LacksZeros(cell));
        if (closest is null && cells.Count > 0)
            faults.Add("isbn", "The ISBN is in scientific notation: its digits are lost.", "scientific_notation");
        else if (closest is not null && Repairs.LacksZeros(closest))
            faults.Add("isbn", "The check digit is wrong, also with the leading zeros that the ISBN lacks.", "wrong_check_digit");
        return closest;
    }

    private long? ReadYear(string? cell)
    {
        if (cell is null)
            return null;
        var year = Repairs.Year(cell);
        if (year is null || year < BookLimits.EarliestYear || year > _rules.LatestYear)
        {
            _notes.Warnings.Add(year is null ? "year not readable, dropped" : "year out of range, dropped");
            return null;
        }
        if (cell.Contains('.', StringComparison.Ordinal))
            _notes.Repairs.Add("year written as a decimal");
        return year;
    }

    private static ExactDecimal? ReadPrice(string? cell, Faults faults)
    {
        if (cell is null)
            return null;
        var price = ExactDecimal.Parse(cell);
        if (price is null)
            faults.Add("price", "The price is not a number such as 9.99.", "wrong_type");
        return price;
    }

    private static long? ReadWhole(Field field, string? cell, Faults faults)
    {
        if (cell is null)
            return null;
        if (ExactDecimal.Parse(cell) is { } number && number.HasAtMost(decimals: 0) && number.Value is >= long.MinValue and <= long.MaxValue)
            return (long)number.Value;
        faults.Add(field.Name, "Expected a whole number.", "wrong_type");
        return null;
    }

    private static IReadOnlyList<string>? ReadTags(string? cell, Faults faults)
    {
        if (cell is null)
            return null;
        var tags = TagList.Read(cell);
        if (tags is null)
            faults.Add("tags", "The tags begin with [ but are not a JSON array of texts.", "wrong_type");
        return tags;
    }

    /// <summary>What the row says; null where it says nothing, or only blanks.</summary>
    private string? Cell(Field field)
    {
        foreach (var index in _columns.Of(field))
        {
            var cell = _csv.GetString(index);
            // Blanks around a description are the author's; everywhere else they are a spreadsheet's.
            if (!string.IsNullOrWhiteSpace(cell))
                return field == Field.Description ? cell : cell.Trim();
        }
        return null;
    }

    private string? Default(Field field) => _columns.DefaultOf(field);

    private static Optional<T?> Optionally<T>(T? value) => value is null ? default : new(value);

    private string Raw => Encoding.UTF8.GetString(_csv.RawRecord);

    private RejectedRow Reject(Faults faults)
    {
        var all = faults.ToFailure().Faults;
        var message = string.Join("; ", all.Select(fault => $"{fault.Field}: {fault.Message}"));
        return new RejectedRow(Line, $"{all[0].Field}: {all[0].Code}", message, Raw);
    }
}

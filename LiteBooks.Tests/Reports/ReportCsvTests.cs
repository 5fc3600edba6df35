using System.Text;
using LiteBooks.Reports;

namespace LiteBooks.Tests.Reports;

/// <summary>The CSV form of a report, which people open in spreadsheets.</summary>
[Trait("Category", "InProcess")]
public sealed class ReportCsvTests
{
    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("=HYPERLINK(\"http://x\", 1)", "\"'=HYPERLINK(\"\"http://x\"\", 1)\"")]
    [InlineData("1 = 1", "1 = 1")]
    [InlineData("2026-11-01", "2026-11-01")]
    public void A_text_is_never_a_formula(string label, string cell) =>
        Assert.Equal($"series,unit,label,value,id\r\ns,books,{cell},1,\r\n", Write(new ReportPoint(label, 1)));

    [Fact]
    public void A_number_stays_a_number() =>
        Assert.Equal("series,unit,label,value,id\r\ns,books,,-1.50,\r\n", Write(new ReportPoint(null, -1.50m)));

    [Fact]
    public void A_point_of_a_book_has_its_id() =>
        Assert.Equal("series,unit,label,value,id\r\ns,books,Poems,,7\r\n", Write(new ReportPoint("Poems", null, 7)));

    private static string Write(ReportPoint point) =>
        Encoding.UTF8.GetString(ReportCsv.Write(new ReportData(new Dictionary<string, decimal?>(), [new ReportSeries("s", "books", [point])])));
}

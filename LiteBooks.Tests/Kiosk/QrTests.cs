using System.Globalization;
using System.Text.RegularExpressions;
using LiteBooks.Tests.Support;
using ZXing;

namespace LiteBooks.Tests.Kiosk;

/// <summary>The code that a visitor takes along holds the book's address, as a phone reads it.</summary>
public sealed partial class QrTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const int Scale = 4;

    [Theory]
    [InlineData(1)]
    [InlineData(long.MaxValue)]
    public async Task It_holds_the_address_by_which_the_server_was_asked(long id)
    {
        var answer = (await app.Api.Get($"/kiosk/qr/{id}.svg")).ShouldBe(200);
        Assert.Equal("image/svg+xml", answer.Header("Content-Type"));
        Assert.Equal($"{app.Address.GetLeftPart(UriPartial.Authority)}/kiosk/book/{id}", Read(answer.Text));
    }

    [Fact]
    public async Task It_holds_the_address_of_the_settings()
    {
        using var folder = new TempFolder();
        await using var server = await RunningServer.Start(folder.File("books.db"), ("Kiosk:Address", "https://books.example.org"));
        using var api = new Api(server.Address);
        Assert.Equal("https://books.example.org/kiosk/book/12", Read((await api.Get("/kiosk/qr/12.svg")).ShouldBe(200).Text));
    }

    private static string? Read(string svg)
    {
        var size = Scale * int.Parse(Size().Match(svg).Groups["size"].Value, CultureInfo.InvariantCulture);
        var picture = Enumerable.Repeat((byte)255, size * size).ToArray();
        foreach (Match run in Run().Matches(svg))
        {
            var (x, y, length) = (Number(run, "x"), Number(run, "y"), Number(run, "length"));
            for (var row = 0; row < Scale; row++)
                picture.AsSpan(((y * Scale) + row) * size + (x * Scale), length * Scale).Clear();
        }
        return new BarcodeReaderGeneric { Options = { PureBarcode = true, PossibleFormats = [BarcodeFormat.QR_CODE] } }
            .Decode(new RGBLuminanceSource(picture, size, size, RGBLuminanceSource.BitmapFormat.Gray8))?.Text;
    }

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("viewBox=\"0 0 (?<size>\\d+) ")]
    private static partial Regex Size();

    [GeneratedRegex("M(?<x>\\d+) (?<y>\\d+)h(?<length>\\d+)v1")]
    private static partial Regex Run();
}

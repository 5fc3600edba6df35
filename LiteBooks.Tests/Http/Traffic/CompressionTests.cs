using System.IO.Compression;
using System.Text;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Http.Traffic;

public sealed class CompressionTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_client_that_asks_for_it_gets_the_same_answer_compressed(string encoding)
    {
        var book = await LongBook();
        var plain = await app.Api.Get(book);

        var packed = (await app.Api.Get(book, ("Accept-Encoding", encoding))).ShouldBe(200);

        Assert.Equal(encoding, packed.Header("Content-Encoding"));
        Assert.Contains("Accept-Encoding", packed.Header("Vary"), StringComparison.Ordinal);
        Assert.True(packed.Body.Length < plain.Body.Length / 4);
        Assert.Equal(plain.Text, Unpack(packed));
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("gzip;q=0")]
    [InlineData("zzz")]
    public async Task Another_client_gets_it_plain(string encodings)
    {
        var book = await LongBook();

        var answer = (await app.Api.Get(book, ("Accept-Encoding", encodings))).ShouldBe(200);

        Assert.Null(answer.Header("Content-Encoding"));
        Assert.Equal((await app.Api.Get(book)).Text, answer.Text);
    }

    [Fact]
    public async Task What_fits_one_packet_is_left_alone()
    {
        var book = await app.Api.Create(TestBooks.Full());

        Assert.Null((await app.Api.Get(TestBooks.At(book), ("Accept-Encoding", "gzip"))).ShouldBe(200).Header("Content-Encoding"));
    }

    [Fact]
    public async Task A_compressed_answer_has_a_tag_of_its_own_which_works_as_the_plain_one_does()
    {
        var book = await LongBook();
        var plain = await app.Api.Get(book);
        var packed = await app.Api.Get(book, ("Accept-Encoding", "gzip"));

        Assert.Equal($"{plain.ETag[..^1]}-gzip\"", packed.ETag);
        var unchanged = (await app.Api.Get(book, ("Accept-Encoding", "gzip"), ("If-None-Match", packed.ETag))).ShouldBe(304);
        Assert.Equal(packed.ETag, unchanged.ETag);
        Assert.Contains("Accept-Encoding", unchanged.Header("Vary"), StringComparison.Ordinal);
        Assert.Equal(plain.ETag, (await app.Api.Get(book, ("If-None-Match", plain.ETag))).ShouldBe(304).ETag);
        (await app.Api.Patch(book, """{"price":3}""", ("If-Match", packed.ETag))).ShouldBe(200);
        (await app.Api.Patch(book, """{"price":4}""", ("If-Match", packed.ETag))).ShouldBeProblem(412, "version_mismatch");
        (await app.Api.Get(book, ("Accept-Encoding", "gzip"), ("If-None-Match", packed.ETag))).ShouldBe(200);
    }

    [Fact]
    public async Task The_pages_scripts_are_compressed_too()
    {
        var script = (await app.Api.Get("/redoc/redoc.standalone.js", ("Accept-Encoding", "br"))).ShouldBe(200);

        Assert.Equal("br", script.Header("Content-Encoding"));
        Assert.EndsWith("-br\"", script.ETag, StringComparison.Ordinal);
        (await app.Api.Get("/redoc/redoc.standalone.js", ("Accept-Encoding", "br"), ("If-None-Match", script.ETag))).ShouldBe(304);
    }

    private async Task<string> LongBook() =>
        TestBooks.At(await app.Api.Create(TestBooks.Minimal().With("description", string.Concat(Enumerable.Repeat("All happy families are alike. ", 100)))));

    private static string Unpack(Answer answer)
    {
        using var packed = new MemoryStream(answer.Body);
        using Stream plain = answer.Header("Content-Encoding") == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

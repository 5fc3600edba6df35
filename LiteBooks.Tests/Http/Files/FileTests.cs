using System.IO.Compression;
using System.Text;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Http.Files;

/// <summary>Files of the program: they are stored packed, and every client gets what it can read.</summary>
public sealed class FileTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const string Path = "/docs/swagger-ui-bundle.js";

    [Theory]
    [InlineData("gzip")]
    [InlineData("GZIP")]
    [InlineData("br, gzip")]
    [InlineData("br;q=1, gzip;q=0.1")]
    [InlineData("*")]
    [InlineData("identity;q=0.5, gzip;q=0.5")]
    public async Task Who_takes_gzip_gets_it_as_it_is_stored(string accepted)
    {
        var plain = (await app.Api.Get(Path)).ShouldBe(200);
        var packed = (await app.Api.Get(Path, ("Accept-Encoding", accepted))).ShouldBe(200);
        Assert.Equal("gzip", packed.Header("Content-Encoding"));
        Assert.Equal(packed.Body.Length.ToString(), packed.Header("Content-Length"));
        Assert.InRange(packed.Body.Length, 1, plain.Body.Length / 2);
        Assert.Equal(plain.Body, Unpacked(packed.Body));
    }

    [Theory]
    [InlineData("")]
    [InlineData("identity")]
    [InlineData("gzip;q=0")]
    [InlineData("gzip;q=0, *;q=1")]
    [InlineData("gzip;q=0.4, identity;q=0.5")]
    [InlineData("deflate")]
    [InlineData("gzip;q=much")]
    public async Task Who_does_not_gets_it_unpacked(string accepted)
    {
        var answer = (await app.Api.Get("/redoc/redoc.js", ("Accept-Encoding", accepted))).ShouldBe(200);
        Assert.Null(answer.Header("Content-Encoding"));
        Assert.Equal(answer.Body.Length.ToString(), answer.Header("Content-Length"));
        Assert.StartsWith("// The fonts", Encoding.UTF8.GetString(answer.Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    public async Task Caches_are_told_that_the_answer_depends_on_what_is_accepted(string? accepted)
    {
        (string, string)[] headers = accepted is null ? [] : [("Accept-Encoding", accepted)];
        var first = (await app.Api.Get(Path, headers)).ShouldBe(200);
        Assert.Equal("Accept-Encoding", first.Header("Vary"));
        Assert.Equal("no-cache", first.Header("Cache-Control"));
        var second = (await app.Api.Get(Path, [("If-None-Match", first.Header("ETag")!), .. headers])).ShouldBe(304);
        Assert.Empty(second.Body);
        Assert.Equal(first.Header("ETag"), second.Header("ETag"));
        Assert.Equal("Accept-Encoding", second.Header("Vary"));
        Assert.Equal("no-cache", second.Header("Cache-Control"));
    }

    [Fact]
    public async Task The_two_forms_have_tags_of_their_own()
    {
        var plain = (await app.Api.Get(Path)).ShouldBe(200);
        var packed = (await app.Api.Get(Path, ("Accept-Encoding", "gzip"))).ShouldBe(200);
        Assert.NotEqual(plain.Header("ETag"), packed.Header("ETag"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    public async Task Head_tells_what_GET_would_send(string? accepted)
    {
        (string, string)[] headers = accepted is null ? [] : [("Accept-Encoding", accepted)];
        var get = (await app.Api.Get(Path, headers)).ShouldBe(200);
        var head = (await app.Api.Send(HttpMethod.Head, Path, null, headers)).ShouldBe(200);
        Assert.Empty(head.Body);
        foreach (var name in new[] { "Content-Length", "Content-Type", "Content-Encoding", "ETag", "Vary" })
            Assert.Equal(get.Header(name), head.Header(name));
    }

    private static byte[] Unpacked(byte[] packed)
    {
        using var content = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }
}

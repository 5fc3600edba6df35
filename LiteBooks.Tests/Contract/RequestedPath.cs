namespace LiteBooks.Tests.Contract;

/// <summary>The path of a request, and the one that describes it: <c>/api/books</c> goes to the version that a header names (in words, under Versions).</summary>
internal sealed record RequestedPath(string Described, bool IsAlias)
{
    private const string Alias = "/api/books";

    public static RequestedPath Of(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        if (path != Alias && !path.StartsWith(Alias + "/", StringComparison.Ordinal))
            return new RequestedPath(path, false);
        var version = request.Headers.NonValidated.TryGetValues("X-API-Version", out var named) ? named.ToString().Trim() : "1";
        return new RequestedPath($"/api/v{version}/books{path[Alias.Length..]}", true);
    }
}

using LiteBooks.Http.Answers;
using LiteBooks.Http.Files;

namespace LiteBooks.Kiosk;

/// <summary>The page of the kiosk, the same for each of its screens, and the files that it asks for.</summary>
internal sealed class KioskPage(Settings settings) : IResult
{
    // Put together for the first who asks: a start need not wait for it.
    private readonly Lazy<PageContent> _content = new(() => PageContent.Of(settings));

    /// <summary>A file of the page, if the version is today's and there is one of this name.</summary>
    public FileAnswer? File(string version, string name) => version == _content.Value.Version ? _content.Value.Files.GetValueOrDefault(name) : null;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var page = _content.Value;
        response.Headers.CacheControl = "no-cache";
        response.Headers.ContentSecurityPolicy = page.Policy;
        if (EntityTag.Suffices(httpContext, page.Tag))
            return;
        response.ContentType = MediaTypes.Of(PageContent.Template);
        await response.Body.WriteAsync(page.Html, httpContext.RequestAborted);
    }
}

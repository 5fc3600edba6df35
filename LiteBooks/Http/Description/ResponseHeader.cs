namespace LiteBooks.Http.Description;

/// <summary>A response header as the OpenAPI document shows it.</summary>
/// <param name="Name">The header's name.</param>
/// <param name="Description">What it says.</param>
/// <param name="Example">A value; <c>{path}</c> in it stands for the path of the route.</param>
/// <param name="Type">The JSON type of the value.</param>
/// <param name="Pattern">The form of a text.</param>
/// <param name="IsRequired">Whether every such answer has it.</param>
public sealed record ResponseHeader(string Name, string Description, string Example, string Type = "string", string? Pattern = null, bool IsRequired = true)
{
    // RFC 9110, section 8.8.3; ours are strong, and a proxy may weaken them.
    private const string Tag = "^(W/)?\"[!#-~]*\"$";

    public static readonly ResponseHeader ETag = new("ETag", "The entity tag of this answer, for If-None-Match, and of a single resource for If-Match too.", "\"1.1-5f0c2a9d1e3b4c68\"", Pattern: Tag);

    public static readonly ResponseHeader ListETag = new("ETag", "The entity tag of this answer, for If-None-Match.", "\"dea7894d9d127f7f\"", Pattern: Tag);

    public static readonly ResponseHeader Location = new("Location", "Where the new resource is.", "{path}/6");

    public static readonly ResponseHeader RetryAfter = new("Retry-After", "Seconds after which to ask again, while it is not done.", "1", "integer", IsRequired: false);

    public static readonly ResponseHeader FileName = new("Content-Disposition", "The name under which to keep what is not JSON (RFC 6266).", "attachment; filename=report-6.csv", IsRequired: false);

    public static readonly ResponseHeader PageLinks = new("Link", "The first, previous, next and last page, as far as there are any (RFC 8288).", "<{path}?page=2>; rel=\"next\"", IsRequired: false);

    public static readonly ResponseHeader CursorLinks = new("Link", "What lies before and behind, as far as there is anything (RFC 8288: prev, next).", "<{path}?cursor=Wm9ybGR6eyJMaXN0Ijoi>; rel=\"next\"", IsRequired: false);

    public static readonly ResponseHeader TotalCount = new("X-Total-Count", "How many there are on all pages.", "5", "integer");

    public static readonly ResponseHeader TotalPages = new("X-Total-Pages", "How many pages there are.", "3", "integer");

    public static readonly ResponseHeader VaryByCaller = new("Vary", "That the answer differs by caller (RFC 9110, section 12.5.5).", "Authorization");

    public static readonly ResponseHeader Deprecation = new("Deprecation", "Since when there is a better route (RFC 9745): `@` and seconds since 1970.", "@1793491200", Pattern: "^@[0-9]+$");

    public static readonly ResponseHeader Sunset = new("Sunset", "When this route ends (RFC 8594).", "Mon, 01 Nov 2027 00:00:00 GMT", IsRequired: false);

    public static readonly ResponseHeader Successor = new("Link", "The better route, as `rel=\"successor-version\"`.", "</api/v1/books>; rel=\"successor-version\"");
}

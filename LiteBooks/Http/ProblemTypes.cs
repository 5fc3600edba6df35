namespace LiteBooks.Http;

/// <summary>One kind of problem: its stable code, its status, and what a reader of its page is told.</summary>
public sealed record ProblemType(string Code, int Status, string Title, string Explanation)
{
    /// <summary>The kind's stable URI, where its page is served (RFC 9457, section 3.1.1).</summary>
    public string Uri => "/problems/" + Slug;

    public string Slug => Code.Replace('_', '-');
}

/// <summary>Every kind of problem that the API answers with.</summary>
public static class ProblemTypes
{
    public static readonly ProblemType Internal = new("internal_error", 500, "Internal error", "Something went wrong inside the server. Its log has the cause under the same request_id.");

    public static IReadOnlyList<ProblemType> All { get; } =
    [
        new("bad_request", 400, "Bad request", "The request is not proper HTTP, or cannot be read."),
        new("malformed_json", 400, "Malformed JSON", "The body is not strict JSON: UTF-8, no comments, no trailing commas, no member named twice."),
        new("malformed_form", 400, "Malformed form", "The body is not a form in UTF-8."),
        new("empty_patch", 400, "Empty patch", "A PATCH has to name at least one member to change."),
        new("premium_isbn_required", 400, "Premium ISBN required", "A book over 1000 needs an ISBN-13 that begins with 978."),
        new("first_user_must_be_admin", 400, "First user must be an administrator", "The first user of a server claims it, and so must have the role admin."),
        new("nothing_to_revert", 400, "Nothing to revert to", "The audit entry holds no state of this book that can be put back."),
        new("unsupported_grant_type", 400, "Unsupported grant type", "The only grant type is password (RFC 6749, section 4.3)."),
        new("malformed_header", 400, "Malformed header", "A header of the request is not in its form."),
        new("malformed_cursor", 400, "Malformed cursor", "The cursor is damaged, or was given for other filters or another sort. Begin without one."),
        new("too_many_items", 400, "Too many items", "A request takes at most 100 items."),
        new("unsupported_version", 400, "Unsupported API version", "The X-API-Version header names a version that there is not."),
        new("foreign_host", 400, "Foreign host", "The Host header names a host that this server does not answer to (the setting Http:AllowedHosts)."),
        new("unauthenticated", 401, "Not signed in", "This needs a token: get one at /auth/token, and send it as Authorization: Bearer. A server that has no users yet is open to its own machine alone."),
        new("invalid_token", 401, "Invalid token", "The token is not of this server, was changed, has expired, or its user's password or state was changed since. Get a new one at /auth/token."),
        new("invalid_credentials", 401, "Wrong name or password", "There is no active user with this name and password."),
        new("forbidden", 403, "Not allowed", "The user may not do this; another role is needed."),
        new("read_only", 403, "Read-only", "The server was started read-only: nothing can be changed."),
        new("not_found", 404, "Not found", "There is nothing at this address."),
        new("method_not_allowed", 405, "Method not allowed", "The resource does not take this method; the Allow header lists those that it takes."),
        new("not_acceptable", 406, "Not acceptable", "The Accept header excludes JSON, and whatever other form the address has."),
        new("request_timeout", 408, "Request timeout", "The request took too long to arrive (the setting Http:TimeoutSeconds)."),
        new("duplicate_isbn", 409, "Duplicate ISBN", "Another book has this ISBN. An ISBN-10 and its ISBN-13 are the same book; existing_id names it."),
        new("duplicate_author", 409, "Duplicate author", "Another author has this name; case makes no difference. existing_id names it."),
        new("duplicate_user", 409, "Duplicate user", "Another user has this username or e-mail address; case makes no difference. existing_id names it."),
        new("author_has_books", 409, "Author has books", "An author cannot be deleted while there are books of it."),
        new("last_admin", 409, "Last administrator", "The last active administrator cannot be deleted, deactivated or given another role."),
        new("insufficient_stock", 409, "Not enough in stock", "There are fewer copies than were ordered. Nothing was ordered."),
        new("order_state", 409, "Order state", "An order in this state cannot go to that one: pending, then paid, then shipped; or cancelled before it is shipped."),
        new("user_has_orders", 409, "User has orders", "A user with orders cannot be deleted, only deactivated."),
        new("report_unfinished", 409, "Report unfinished", "The report has no figures that could be given in this form: it is still to be made, or could not be made."),
        new("idempotency_key_in_use", 409, "Request still runs", "A request with this Idempotency-Key still runs."),
        new("version_mismatch", 412, "Version mismatch", "The resource was changed since the version that If-Match names. Nothing was written."),
        new("body_too_large", 413, "Body too large", "The body is over the limit (the setting Api:MaxBodyBytes, 1 MiB by default)."),
        new("unsupported_media_type", 415, "Unsupported media type", "The body has to be JSON in UTF-8, not compressed, and the Content-Type header has to say so."),
        new("validation_failed", 422, "Validation failed", "The request can be read, but values in it are not valid; errors lists each with its path, a message and a code."),
        new("idempotency_key_reused", 422, "Idempotency key reused", "The Idempotency-Key was used for another request within the last 24 hours."),
        new("precondition_required", 428, "Precondition required", "The server wants changes to say with If-Match which version they change (the setting Api:RequireIfMatch)."),
        new("too_many_attempts", 429, "Too many attempts", "Too many sign-ins failed. Try again after the time in Retry-After."),
        new("rate_limited", 429, "Too many requests", "The client has sent all the requests that it may in a minute (the setting RateLimit:PerMinute). Go on after the time in Retry-After."),
        Internal,
        new("not_ready", 503, "Not ready", "The server answers, but cannot do its work now; detail says why. It may pass by itself."),
        new("timeout", 503, "Timeout", "The answer took too long to make (the setting Http:TimeoutSeconds). A change may have been made all the same: look before it is sent again, or send it with an Idempotency-Key."),
        new("database_busy", 503, "Database busy", "Another process holds the database. Nothing was changed; try again after the time in Retry-After."),
        new("database_read_only", 503, "Database read-only", "The database cannot be written. Nothing was changed."),
        new("database_full", 503, "Disk full", "The disk that holds the database is full. Nothing was changed."),
        new("database_damaged", 503, "Database damaged", "The database holds what it should not. Nothing was changed; the operator has to restore a backup."),
        new("database_unavailable", 503, "Database unavailable", "The database cannot be reached. Nothing was changed."),
    ];

    public static ProblemType ByCode(string code) => All.FirstOrDefault(type => type.Code == code) ?? Internal;

    /// <summary>The kind for a status that some layer below set without saying more.</summary>
    public static ProblemType ByStatus(int status) => status switch
    {
        400 => ByCode("bad_request"),
        503 => ByCode("timeout"),
        >= 500 => Internal,
        _ => All.FirstOrDefault(type => type.Status == status) ?? ByCode("bad_request"),
    };

    public static ProblemType? BySlug(string slug) => All.FirstOrDefault(type => type.Slug == slug);
}

namespace LiteBooks;

/// <summary>
/// An outcome that a caller must expect: returned, never thrown. What it says is fit for the public; Http turns each
/// kind into its problem document (RFC 9457).
/// </summary>
public abstract record Failure(string Detail);

/// <summary>No such resource: 404.</summary>
public sealed record NotFound(string Detail) : Failure(Detail)
{
    public NotFound(string resource, long id) : this($"No {resource} has the id {id}.") { }
}

/// <summary>The resource exists already, as <paramref name="ExistingId"/>: 409.</summary>
public sealed record Duplicate(string Code, string Detail, long ExistingId) : Failure(Detail);

/// <summary>Who asks is not known, or not to be believed: 401.</summary>
public sealed record Unauthenticated(string Code, string Detail) : Failure(Detail);

/// <summary>Who asks may not do this: 403.</summary>
public sealed record Forbidden(string Code, string Detail) : Failure(Detail);

/// <summary>The state of the resource does not allow the change: 409.</summary>
public sealed record Conflict(string Code, string Detail) : Failure(Detail);

/// <summary>Too many attempts failed; the next is heard after this time: 429.</summary>
public sealed record TooManyAttempts(TimeSpan RetryAfter) : Failure("Too many sign-ins failed. Wait before the next one.");

/// <summary>The client has sent all the requests that it may in this minute: 429.</summary>
public sealed record RateLimited(TimeSpan RetryAfter) : Failure("Too many requests. Wait before the next one.");

/// <summary>The resource was changed since the client saw it (If-Match): 412, and nothing is written.</summary>
public sealed record StaleVersion() : Failure("The resource was changed since this version of it. Get it again, and decide anew.");

/// <summary>A change has to say which version it changes (the setting Api:RequireIfMatch): 428.</summary>
public sealed record PreconditionRequired() : Failure("Say with If-Match which version you change; its tag comes in the ETag header of every answer.");

/// <summary>The first request with this Idempotency-Key still runs: 409.</summary>
public sealed record KeyInUse() : Failure("A request with this Idempotency-Key still runs. Send it again in a moment.");

/// <summary>The Idempotency-Key belongs to another request: 422.</summary>
public sealed record KeyReused() : Failure("This Idempotency-Key was used for another request. Use a new one.");

/// <summary>Several items of a request exist already, and all or nothing was asked for: 409.</summary>
public sealed record Duplicates(IReadOnlyList<DuplicateItem> Items) : Failure($"{Items.Count} of the items exist already. Nothing was stored.");

/// <summary>An item of a list that exists already: its place from 0, and the resource that has it; null where that is another item which was not stored either.</summary>
public sealed record DuplicateItem(int Index, string Isbn, string Error, long? ExistingId);

/// <summary>A rule of the trade is broken though each value is well-formed: 400.</summary>
public sealed record RuleBroken(string Code, string Detail, string Field, string Constraint) : Failure(Detail);

/// <summary>The request cannot be read at all (not JSON, nothing to do): 400.</summary>
public sealed record Malformed(string Code, string Detail) : Failure(Detail)
{
    public static readonly Malformed EmptyPatch = new("empty_patch", "A PATCH has to name at least one member to change.");
}

/// <summary>The body is over the limit: 413.</summary>
public sealed record BodyTooLarge(int Limit) : Failure($"The body may have at most {Limit} bytes.");

/// <summary>The body is not of a media type that the route takes: 415.</summary>
public sealed record UnsupportedMedia(params IReadOnlyList<string> Accepted) : Failure($"The body must be {string.Join(" or ", Accepted)}, in UTF-8, and not compressed.");

/// <summary>Read, but not valid: 422 with every fault that was found.</summary>
public sealed record Invalid(IReadOnlyList<Fault> Faults)
    : Failure(Faults.Count == 1 ? "One value is not valid." : $"{Faults.Count} values are not valid.");

/// <summary>The database cannot take the request now, and nothing was written: 503 with Retry-After.</summary>
public sealed record Unavailable(string Code, string Detail) : Failure(Detail);

/// <summary>The server cannot do its work now, for these reasons: 503 with Retry-After.</summary>
public sealed record NotReady(IEnumerable<string> Complaints) : Failure(string.Join(" ", Complaints));

/// <summary>One fault of a request: where it is (<c>tags[2]</c>, <c>per_page</c>), what it is, and its stable code.</summary>
public sealed record Fault(string Field, string Message, string Code);

/// <summary>Gathers all faults of a request, so that its sender mends them in one go.</summary>
public sealed class Faults
{
    /// <summary>The most that are told. A body of a megabyte can hold half a million faults; nobody mends more than these at once.</summary>
    public const int Most = 100;

    private const int LongestField = 100;

    private readonly List<Fault> _found;
    private readonly string _path;
    private readonly IReadOnlyDictionary<string, string>? _names;

    public Faults() : this([], "", null) { }

    private Faults(List<Fault> found, string path, IReadOnlyDictionary<string, string>? names) =>
        (_found, _path, _names) = (found, path, names);

    public bool Any => _found.Count > 0;

    /// <summary>The same list, for a part of the request whose fields lie below a path, such as <c>[3].</c>.</summary>
    public Faults Within(string path) => new(_found, _path + path, _names);

    /// <summary>The same list, for a request that has some fields under other paths.</summary>
    public Faults Renamed(IReadOnlyDictionary<string, string> names) => new(_found, _path, names);

    /// <summary>Adds a fault. A field is reported once: what is said first is what is wrong first.</summary>
    public void Add(string field, string message, string code)
    {
        field = _path + Renamed(field);
        if (field.Length > LongestField)
            field = field[..LongestField] + "…";
        if (_found.Count < Most && !_found.Exists(fault => fault.Field == field))
            _found.Add(new Fault(field, message, code));
    }

    // An index behind the name stays: tags[2] becomes metadata.tags[2].
    private string Renamed(string field)
    {
        var end = field.IndexOf('[', StringComparison.Ordinal);
        var name = end < 0 ? field : field[..end];
        return _names is not null && _names.TryGetValue(name, out var other) ? other + field[name.Length..] : field;
    }

    public Invalid ToFailure() => new([.. _found]);
}

/// <summary>Thrown by the data room when the database is busy beyond the wait, read-only or full.</summary>
public sealed class DatabaseUnavailableException(Unavailable failure, Exception inner) : Exception(failure.Detail, inner)
{
    public Unavailable Failure => failure;
}

/// <summary>Why the program cannot do what it was started for, in one line for the operator.</summary>
public sealed class CannotStartException(string message, Exception? inner = null) : Exception(message, inner);

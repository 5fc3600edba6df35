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

/// <summary>A rule of the trade is broken though each value is well-formed: 400.</summary>
public sealed record RuleBroken(string Code, string Detail, string Field, string Constraint) : Failure(Detail);

/// <summary>The request cannot be read at all (not JSON, nothing to do): 400.</summary>
public sealed record Malformed(string Code, string Detail) : Failure(Detail);

/// <summary>The body is over the limit: 413.</summary>
public sealed record BodyTooLarge(int Limit) : Failure($"The body may have at most {Limit} bytes.");

/// <summary>The body is not of a media type that the route takes: 415.</summary>
public sealed record UnsupportedMedia(params IReadOnlyList<string> Accepted) : Failure($"The body must be {string.Join(" or ", Accepted)}, in UTF-8.");

/// <summary>Read, but not valid: 422 with every fault that was found.</summary>
public sealed record Invalid(IReadOnlyList<Fault> Faults)
    : Failure(Faults.Count == 1 ? "One value is not valid." : $"{Faults.Count} values are not valid.");

/// <summary>The database cannot take the request now, and nothing was written: 503 with Retry-After.</summary>
public sealed record Unavailable(string Code, string Detail) : Failure(Detail);

/// <summary>One fault of a request: where it is (<c>tags[2]</c>, <c>per_page</c>), what it is, and its stable code.</summary>
public sealed record Fault(string Field, string Message, string Code);

/// <summary>Gathers all faults of a request, so that its sender mends them in one go.</summary>
public sealed class Faults
{
    // A body of a megabyte can hold half a million faults; nobody mends more than these at once.
    private const int Most = 100;
    private const int LongestField = 100;

    private readonly List<Fault> _found = [];

    public bool Any => _found.Count > 0;

    /// <summary>Adds a fault. A field is reported once: what is said first is what is wrong first.</summary>
    public void Add(string field, string message, string code)
    {
        if (field.Length > LongestField)
            field = field[..LongestField] + "…";
        if (_found.Count < Most && !_found.Exists(fault => fault.Field == field))
            _found.Add(new Fault(field, message, code));
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

namespace LiteBooks.OpenApi;

/// <summary>What every problem says.</summary>
/// <remarks>The shape of what Http writes, for the document only.</remarks>
internal abstract record AnyProblem
{
    /// <summary>The kind of problem: the path of a page that explains it.</summary>
    public required string Type { get; init; }

    /// <summary>The kind in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The status of the answer.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong with this request.</summary>
    public required string Detail { get; init; }

    /// <summary>The path of the request.</summary>
    public required string Instance { get; init; }

    /// <summary>The kind as a stable name, for programs.</summary>
    public required string Code { get; init; }

    /// <summary>The request's id, as in the header X-Request-ID and in the server's log.</summary>
    public required string RequestId { get; init; }
    public required DateTimeOffset Timestamp { get; init; }
}

/// <summary>What went wrong, in the form of RFC 9457.</summary>
internal sealed record Problem : AnyProblem
{
    /// <summary>Every value that is not valid.</summary>
    public IReadOnlyList<Fault> Errors { get; init; } = [];

    /// <summary>The id of the resource that stands in the way.</summary>
    public long ExistingId { get; init; }

    /// <summary>The member that breaks the rule.</summary>
    public string Field { get; init; } = "";

    /// <summary>The rule that is broken.</summary>
    public string Constraint { get; init; } = "";

    /// <summary>Seconds after which to try again, as in the header Retry-After.</summary>
    public long RetryAfter { get; init; }
}

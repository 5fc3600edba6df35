using System.Text.Json.Serialization;
using LiteBooks.Http.Description;

namespace LiteBooks.Operations;

/// <summary>That the server answers.</summary>
/// <param name="Status">Always <c>healthy</c>: a server that is not does not answer.</param>
/// <param name="Version">The program's version.</param>
/// <param name="Timestamp">Seconds since 1970, UTC.</param>
[Example("""{ "status": "healthy", "version": "1.0.0", "timestamp": 1793500000.123 }""")]
public sealed record HealthResponse(string Status, string Version, decimal Timestamp);

/// <summary>That the process lives.</summary>
/// <param name="Status">Always <c>alive</c>.</param>
[Example("""{ "status": "alive" }""")]
public sealed record LivenessResponse(string Status)
{
    public static readonly LivenessResponse Alive = new("alive");
}

/// <summary>What the server needs for its work, each <c>ok</c> or what is wrong with it.</summary>
[Example("""
    {
      "status": "ready",
      "database": "ok",
      "migrations": "ok",
      "writable": "ok",
      "disk": "ok",
      "last_backup_at": "2026-11-23T20:20:00.123Z",
      "last_backup_age_seconds": 3600
    }
    """)]
public sealed record ReadinessResponse
{
    private const string Ok = "ok";

    public required string Status { get; init; }

    /// <summary>Whether the database can be read.</summary>
    public required string Database { get; init; }

    /// <summary>Whether it has every migration of this program.</summary>
    public required string Migrations { get; init; }

    /// <summary>Whether it can be written; a server that was started read-only need not.</summary>
    public required string Writable { get; init; }

    /// <summary>Whether there is room left on its disk.</summary>
    public required string Disk { get; init; }

    /// <summary>When the last good backup was made; null while there is none.</summary>
    public required DateTimeOffset? LastBackupAt { get; init; }

    /// <summary>Its age in seconds.</summary>
    public required long? LastBackupAgeSeconds { get; init; }

    [JsonIgnore]
    public bool IsReady => !Complaints.Any();

    /// <summary>Everything that is wrong.</summary>
    [JsonIgnore]
    public IEnumerable<string> Complaints => new[] { Database, Migrations, Writable, Disk }.Where(state => state != Ok);

    public static ReadinessResponse Of(string? database, string? migrations, string? writable, string? disk, DateTimeOffset? backup, DateTimeOffset now) => new()
    {
        Status = "ready",
        Database = database ?? Ok,
        Migrations = migrations ?? Ok,
        Writable = writable ?? Ok,
        Disk = disk ?? Ok,
        LastBackupAt = backup,
        LastBackupAgeSeconds = backup is { } at ? (long)(now - at).TotalSeconds : null,
    };
}

/// <summary>For who runs the server.</summary>
public sealed record InternalHealthResponse(string Status, string Version, double UptimeSeconds, ReadinessResponse Checks);

/// <summary>The figures that one looks at first; all of them are at <c>/metrics</c>.</summary>
public sealed record InternalMetricsResponse
{
    public required long TotalBooks { get; init; }
    public required long TotalAuthors { get; init; }
    public required long TotalReviews { get; init; }
    public required long TotalUsers { get; init; }
    public required long TotalOrders { get; init; }
    public required long PendingReports { get; init; }
    public required long WaitingMails { get; init; }
    public required double UptimeSeconds { get; init; }
    public required long DatabaseBytes { get; init; }
    public required long WalBytes { get; init; }
    public required long FreeDiskBytes { get; init; }
    public required long MemoryBytes { get; init; }
}

[JsonSerializable(typeof(HealthResponse))]
[JsonSerializable(typeof(LivenessResponse))]
[JsonSerializable(typeof(ReadinessResponse))]
[JsonSerializable(typeof(InternalHealthResponse))]
[JsonSerializable(typeof(InternalMetricsResponse))]
internal sealed partial class OperationsJson : JsonSerializerContext;

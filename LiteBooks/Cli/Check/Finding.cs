using System.Text.Json.Serialization;

namespace LiteBooks.Cli.Check;

/// <summary>What one check found.</summary>
/// <param name="Name">The check's, which never changes.</param>
/// <param name="Status"><c>ok</c>, <c>warning</c> or <c>failure</c>.</param>
/// <param name="Detail">Why, in one line.</param>
internal sealed record Finding(string Name, string Status, string Detail)
{
    public const string IsOk = "ok";
    public const string IsWarning = "warning";
    public const string IsFailure = "failure";

    public static Finding Ok(string name, string detail) => new(name, IsOk, detail);

    public static Finding Warning(string name, string detail) => new(name, IsWarning, detail);

    public static Finding Failure(string name, string detail) => new(name, IsFailure, detail);
}

/// <summary>All findings, under the worst status among them.</summary>
internal sealed record CheckReport(string Status, IReadOnlyList<Finding> Checks)
{
    public CheckReport(IReadOnlyList<Finding> checks) : this(Worst(checks), checks) { }

    private static string Worst(IReadOnlyList<Finding> checks) =>
        new[] { Finding.IsFailure, Finding.IsWarning }.FirstOrDefault(status => checks.Any(check => check.Status == status)) ?? Finding.IsOk;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(CheckReport))]
internal sealed partial class CheckJson : JsonSerializerContext;

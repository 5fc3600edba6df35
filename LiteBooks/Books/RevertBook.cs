using System.ComponentModel.DataAnnotations;
using LiteBooks.Http;
using LiteBooks.Http.Description;

namespace LiteBooks.Books;

/// <summary>Which earlier state of a book to put back.</summary>
[Example("""{ "audit_id": 12 }""")]
public sealed record RevertBook
{
    /// <summary>An entry of the audit that is about this book.</summary>
    [Required]
    public long? AuditId { get; init; }

    /// <summary>The state `before` that change, which undoes it, or `after` it. By default before it, and after a creation.</summary>
    [OneOf(typeof(RevertState))]
    public string? State { get; init; }

    public static Outcome<RevertBook> Read(ObjectReader body)
    {
        var revert = new RevertBook { AuditId = body.Whole("audit_id").Or(null), State = body.Text("state").Or(null) };
        if (revert.AuditId is null)
            body.Faults.Add("audit_id", "A value is required.", "required");
        else if (revert.AuditId < 1)
            body.Faults.Add("audit_id", "The number must be at least 1.", "out_of_range");
        if (revert.State is { } state && !RevertState.All.Contains(state))
            body.Faults.Add("state", $"The state must be one of {string.Join(", ", RevertState.All)}.", "not_in_list");
        return revert;
    }
}

/// <summary>On which side of a change a state lies.</summary>
public static class RevertState
{
    public const string Before = "before";
    public const string After = "after";

    public static IReadOnlyList<string> All { get; } = [Before, After];
}

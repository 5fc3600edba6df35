namespace LiteBooks.Reports;

/// <summary>A report as the database holds it.</summary>
public sealed class ReportRow
{
    public long Id { get; init; }
    public string ReportType { get; init; } = "";

    /// <summary>A JSON object.</summary>
    public string Filters { get; init; } = "";

    /// <summary>Whose it is; null where nobody was signed in, or the user is gone.</summary>
    public long? UserId { get; init; }

    /// <summary>Whether what only administrators may see is in it.</summary>
    public bool AsAdmin { get; init; }
    public string Status { get; init; } = "";

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public long CreatedAt { get; init; }
    public long? FinishedAt { get; init; }

    /// <summary>The figures, as JSON; null in lists.</summary>
    public string? Data { get; init; }
    public string? Error { get; init; }
    public long Version { get; init; }

    public ResourceVersion ResourceVersion => new(Id, Version);

    public bool IsFinal => ReportStatus.IsFinal(Status);
}

/// <summary>A report that is to be made now.</summary>
public sealed class ReportJob
{
    public long Id { get; init; }
    public string ReportType { get; init; } = "";

    /// <summary>A JSON object.</summary>
    public string Filters { get; init; } = "";
    public bool AsAdmin { get; init; }

    /// <summary>Which attempt this is, from 1: the result of an earlier one no longer counts.</summary>
    public long Attempts { get; init; }

    /// <summary>How many of the attempts before it ended because the server was told to stop.</summary>
    public long Released { get; init; }

    public bool IsLastAttempt => Attempts - Released >= ReportLimits.Attempts;
}

namespace LiteBooks.Reviews;

// Parameters of the SQL of reviews. Neither nested nor private: Dapper.AOT passes over a call whose types it cannot name,
// and the call then needs run-time code, which the published binary does not have.

internal sealed record ReviewById(long Id);

internal sealed record ReviewedBook(long Id);

internal sealed record ReviewValues
{
    public long Id { get; init; }
    public long BookId { get; init; }
    public long? UserId { get; init; }
    public required string ReviewerName { get; init; }
    public required int Rating { get; init; }
    public required string? Title { get; init; }
    public required string? Body { get; init; }
    public required string Status { get; init; }
    public required long Now { get; init; }
}

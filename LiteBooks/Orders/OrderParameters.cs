namespace LiteBooks.Orders;

// Parameters of the SQL of orders. Neither nested nor private: Dapper.AOT passes over a call whose types it cannot name,
// and the call then needs run-time code, which the published binary does not have.

internal sealed record OrderById(long Id);

internal sealed record OrderedBook(long Id);

internal sealed record OrderingUser(long Id);

internal sealed record SaleValues(long BookId, long Quantity);

internal sealed record OrderValues(long UserId, long TotalCents, long Now);

internal sealed record OrderItemValues(long OrderId, int Position, long BookId, string Title, string? Genre, long Quantity, long UnitCents);

internal sealed record OrderMove(long Id, string Status, long Now);

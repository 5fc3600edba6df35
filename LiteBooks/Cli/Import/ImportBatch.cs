using LiteBooks.Books;

namespace LiteBooks.Cli.Import;

/// <summary>Rows that were read in one go: those to store, and those that cannot be taken.</summary>
/// <param name="Items">The rows, as they are stored.</param>
/// <param name="Prepared">What <see cref="ImportTarget.Prepare"/> has made of them.</param>
/// <param name="Position">Bytes of the file that were read with it.</param>
/// <param name="IsLast">Whether the file has no more, or none that can be read.</param>
/// <param name="UnreadableLine">Where a row begins that is too large to be one; null if there is none.</param>
internal sealed record ImportBatch(List<ImportRow> Rows, List<RejectedRow> Rejected, List<ImportItem> Items, LoadedRows? Prepared, long Position, bool IsLast, long? UnreadableLine);

using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>What a write has to remember beside its effect: the answer, under the client's claim to it. Without a claim, nothing.</summary>
public sealed class Remembered<T>(IdempotencyKeys keys, IdempotencyClaim? claim, Func<T, WrittenAnswer> answer)
{
    /// <summary>Call it last in the write, on its own connection.</summary>
    public T Store(SqliteConnection connection, T written)
    {
        if (claim is not null)
            keys.Save(connection, claim, answer(written));
        return written;
    }
}

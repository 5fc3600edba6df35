namespace LiteBooks.Data;

/// <summary>The files that belong to a database. What a command writes may not take the place of one, by whatever name.</summary>
internal static class DatabaseFiles
{
    private static readonly string[] Endings = ["", "-wal", "-shm", "-journal", ".key", ".lock"];

    /// <summary>Throws <see cref="CannotStartException"/> if the target is one of them.</summary>
    public static void Spare(string target, string database)
    {
        if (Array.Exists(Endings, ending => RealPath.AreSame(target, RealPath.Of(database) + ending)))
            throw new CannotStartException($"{target} belongs to the database itself. Name another file.");
    }
}

namespace LiteBooks.Seed;

/// <summary>What is to be made. The same options give the same rows, whenever and wherever they are used.</summary>
public sealed record SeedOptions(int Books, int Seed = SeedOptions.DefaultSeed, string Database = SeedOptions.DefaultDatabase)
{
    public const int MostBooks = 10_000_000;
    public const int DefaultSeed = 42;
    public const string DefaultDatabase = "litebooks.db";
}

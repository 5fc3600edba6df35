using System.Globalization;

namespace LiteBooks.Seed;

/// <summary>What was made.</summary>
public sealed record SeedReport(int Books, int Authors, TimeSpan Elapsed, string File)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Books} books by {Authors} authors in {Elapsed.TotalSeconds:0.0} s: {File}");
}

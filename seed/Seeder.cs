using System.Diagnostics;
using LiteBooks.Books;
using LiteBooks.Seed.Catalogues;
using LiteBooks.Seed.Storage;

namespace LiteBooks.Seed;

/// <summary>Makes the books and stores them, batch by batch, so that memory does not grow with the catalogue.</summary>
public static class Seeder
{
    private const int Batch = 4000;

    /// <summary>
    /// Fills the database; <paramref name="progress"/> is told of each batch how many books it stored. Throws
    /// <see cref="CannotStartException"/> where the database cannot be opened or is in use already.
    /// </summary>
    public static async Task<SeedReport> Run(SeedOptions options, IProgress<int> progress, CancellationToken cancel = default)
    {
        var clock = Stopwatch.StartNew();
        using var file = CatalogueFile.OpenEmpty(options.Database);
        var books = new Catalogue(options.Books, options.Seed, new BookRules(file.Settings, Timeline.Clock)).Books();
        var stored = Task.FromResult(0);
        foreach (var batch in books.Chunk(Batch))
        {
            // Awaited only here, so that one batch is made while the one before it is written.
            progress.Report(await stored);
            cancel.ThrowIfCancellationRequested();
            stored = file.Store(batch);
        }
        progress.Report(await stored);
        return new SeedReport(options.Books, file.Authors, clock.Elapsed, file.Path);
    }
}

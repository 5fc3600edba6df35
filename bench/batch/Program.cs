// How fast SQLite takes what LiteBooks writes, with nothing around it: the same rows, in transactions of 32, for some seconds.
//   LiteBooks.Batch create|patch DATABASE NEW-BOOKS FIRST-ISBN HIGHEST-ID SECONDS
// Prints books a second.
using System.Diagnostics;
using System.Globalization;
using LiteBooks.Batch;

const int BatchSize = 32;

var (kind, path, newBooks) = (args[0], args[1], args[2]);
var (first, highest, seconds) = (Whole(3), Whole(4), Whole(5));
using var catalogue = new Catalogue(path);
IChange change = kind switch
{
    "create" => new Creation(catalogue, NewBook.ReadAll(newBooks), first),
    "patch" => new Patch(catalogue, highest, seed: (int)first),
    _ => throw new ArgumentException($"'{kind}' is neither create nor patch."),
};
var clock = Stopwatch.StartNew();
long books = 0;
for (; clock.Elapsed.TotalSeconds < seconds; books += BatchSize)
{
    catalogue.Begin();
    for (var i = 0; i < BatchSize; i++)
        change.Write();
    catalogue.Commit();
}
Console.WriteLine((books / clock.Elapsed.TotalSeconds).ToString("F1", CultureInfo.InvariantCulture));

long Whole(int place) => long.Parse(args[place], CultureInfo.InvariantCulture);

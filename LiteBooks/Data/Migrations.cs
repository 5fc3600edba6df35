using DbUp.Engine;

namespace LiteBooks.Data;

/// <summary>The migrations inside the program: <c>sql/*.sql</c>, in the order of their names, which are their identity.</summary>
public static class Migrations
{
    private const string Folder = "sql/";

    public static IReadOnlyList<SqlScript> Embedded { get; } = [.. Read()];

    private static IEnumerable<SqlScript> Read()
    {
        var assembly = typeof(Migrations).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var script = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return new SqlScript(name[Folder.Length..], script.ReadToEnd());
        }
    }
}

using System.Reflection;
using DbUp.Engine;

namespace LiteBooks.Data;

/// <summary>The migrations inside the program: <c>sql/*.sql</c>, in the order of their names, which are their identity. What none needs is not read.</summary>
public static class Migrations
{
    private const string Folder = "sql/";

    public static IReadOnlyList<SqlScript> Embedded { get; } = [.. Read()];

    private static IEnumerable<SqlScript> Read()
    {
        var assembly = typeof(Migrations).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            yield return new LazySqlScript(name[Folder.Length..], () => Text(assembly, name));
    }

    private static string Text(Assembly assembly, string name)
    {
        using var script = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return script.ReadToEnd();
    }
}

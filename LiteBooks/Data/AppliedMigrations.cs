using Dapper;
using DbUp.Engine;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>Which migrations a database has, and whether it is a catalogue at all.</summary>
internal sealed class AppliedMigrations
{
    // DbUp's own table of what was applied.
    private const string Journal = "SchemaVersions";

    private readonly List<string> _names;

    private AppliedMigrations(List<string> names, bool areSomebodyElses) => (_names, AreSomebodyElses) = (names, areSomebodyElses);

    /// <summary>Whether there is none: an empty file, or one that was left before its first migration.</summary>
    public bool None => _names.Count == 0;

    /// <summary>Whether it is another program's database: whatever holds tables and no migration belongs to somebody.</summary>
    public bool AreSomebodyElses { get; }

    public static AppliedMigrations Of(SqliteConnection connection)
    {
        var tables = connection.Query<string>("SELECT name FROM sqlite_schema WHERE type = 'table'").AsList();
        List<string> names = tables.Contains(Journal) ? connection.Query<string>("SELECT ScriptName FROM SchemaVersions ORDER BY ScriptName").AsList() : [];
        return new AppliedMigrations(names, names.Count == 0 && tables.Exists(table => table != Journal && table != "sqlite_sequence"));
    }

    /// <summary>One that is not among the known ones, so a newer program's; null if there is none.</summary>
    public string? Unknown(IReadOnlyList<SqlScript> known) => _names.Find(name => known.All(migration => migration.Name != name));

    /// <summary>Those of the known ones that it does not have, in order.</summary>
    public IReadOnlyList<SqlScript> Missing(IReadOnlyList<SqlScript> known) => [.. known.Where(migration => !_names.Contains(migration.Name))];
}

using Dapper;
using LiteBooks.Data;

namespace LiteBooks.Tests.Support;

/// <summary>How SQLite would run a query (sqlite.org/eqp.html).</summary>
internal static class QueryPlan
{
    public static List<string> Plan(this Database database, string sql, DynamicParameters values) => database.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var name in values.ParameterNames)
            command.Parameters.AddWithValue("@" + name, values.Get<object?>(name) ?? DBNull.Value);
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
            steps.Add(reader.GetString(3));
        return steps;
    });
}

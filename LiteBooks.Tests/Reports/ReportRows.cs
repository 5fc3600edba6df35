using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reports;

/// <summary>Reports in states that no request leads to, put into the database beside the server.</summary>
internal static class ReportRows
{
    /// <summary>Filters that no request can have: not an object, so that the making of the report fails.</summary>
    public const string Broken = "[1]";

    public static long Add(string file, string type, string filters = "{}", string status = "pending", long attempts = 0, long? finished = null, long? user = null)
    {
        using var database = TestDatabase.Connect(file);
        return (long)database.Scalar("""
            INSERT INTO reports (report_type, filters, status, attempts, finished_at, user_id, created_at)
            VALUES (@p0, @p1, @p2, @p3, @p4, @p5, 0)
            RETURNING id
            """, type, filters, status, attempts, finished, user)!;
    }

    public static string? Status(string file, long id)
    {
        using var database = TestDatabase.Connect(file);
        return (string?)database.Scalar("SELECT status FROM reports WHERE id = @p0", id);
    }

    /// <summary>Keeps the worker from taking it: it looks like one that is being made.</summary>
    public static long AddUnfinished(string file, long? user = null) => Add(file, "inventory", status: "processing", attempts: 1, user: user);

    public static void Change(string file, string sql, params ReadOnlySpan<object?> values)
    {
        using var database = TestDatabase.Connect(file);
        database.Run(sql, values);
    }
}

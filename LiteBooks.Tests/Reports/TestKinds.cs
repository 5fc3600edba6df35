using LiteBooks.Tests.Support;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Tests.Reports;

/// <summary>A kind of report that takes any filters.</summary>
internal abstract class TestKind(string name) : IReportKind
{
    public string Name => name;

    public void Check(string filters, Faults faults) { }

    public abstract ReportData Compute(SqliteConnection connection, string filters, bool asAdmin);
}

/// <summary>It never comes to an end by itself.</summary>
internal sealed class EndlessKind() : TestKind("endless")
{
    public override ReportData Compute(SqliteConnection connection, string filters, bool asAdmin) =>
        throw new InvalidOperationException($"{connection.Scalar("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n")}");
}

/// <summary>It is held in its midst until it is released.</summary>
internal sealed class HeldKind() : TestKind("held"), IDisposable
{
    private readonly ManualResetEventSlim _begun = new();
    private readonly ManualResetEventSlim _released = new();

    public void WaitUntilBegun() => Assert.True(_begun.Wait(TimeSpan.FromSeconds(10)));

    public void Release() => _released.Set();

    public override ReportData Compute(SqliteConnection connection, string filters, bool asAdmin)
    {
        _begun.Set();
        _released.Wait(TimeSpan.FromSeconds(10));
        return new ReportData(new Dictionary<string, decimal?>(), []);
    }

    public void Dispose()
    {
        _begun.Dispose();
        _released.Dispose();
    }
}

using Dapper;
using LiteBooks.Data;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Reports;

/// <summary>The SQL of reports that clients ask for; <see cref="ReportJobs"/> has that of their making.</summary>
public sealed class ReportRepository(Database database, AuditTrail audit, TimeProvider clock)
{
    private const string Summary = "id, report_type, filters, user_id, as_admin, status, created_at, finished_at, error, version";

    public ReportRow? Find(long id) => database.Read(connection => Find(connection, id));

    /// <summary>A page of reports, the newest first, without their figures.</summary>
    public ReportPage Page(ReportQuery query)
    {
        var where = query.Filter();
        return database.Read(connection =>
        {
            var total = connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM reports {where}", where.Parameters);
            where.Parameters.Add("limit", query.Page.PerPage);
            where.Parameters.Add("offset", query.Page.Offset);
            var rows = connection.Query<ReportRow>($"SELECT {Summary} FROM reports {where} ORDER BY id DESC LIMIT @limit OFFSET @offset", where.Parameters).AsList();
            return ReportPage.From(rows, total, query.Page);
        });
    }

    /// <summary>Accepts a report, and stores its answer with it.</summary>
    public Task<Outcome<ReportRow>> Insert(ReportFields report, Actor by, Remembered<ReportRow> remembered, CancellationToken cancel = default) =>
        database.Write<ReportRow>(connection =>
        {
            // A user that was deleted since the request came leaves the report as it would have left an older one.
            var id = connection.ExecuteScalar<long>("""
                INSERT INTO reports (report_type, filters, as_admin, user_id, created_at)
                VALUES (@ReportType, @Filters, @AsAdmin, (SELECT id FROM users WHERE id = @UserId), @Now)
                RETURNING id
                """, new ReportValues(report.ReportType, report.Filters, report.AsAdmin ? 1 : 0, by.UserId, clock.GetUtcNow().ToUnixTimeMilliseconds()));
            audit.Record(connection, by, AuditAction.Create, AuditedResource.Reports, id);
            return remembered.Store(connection, Find(connection, id)!);
        }, cancel);

    /// <summary>Deletes a report, however far it has come; what is being made of it is dropped. <see cref="NotFound"/> or <see cref="StaleVersion"/>.</summary>
    public Task<Outcome<long>> Delete(long id, ExpectedVersion expected, Actor by, CancellationToken cancel = default) =>
        database.Write<long>(connection =>
        {
            if (Find(connection, id) is not { } row)
                return new NotFound("report", id);
            if (!expected.Allows(row.Version))
                return new StaleVersion();
            var before = audit.Snapshot(connection, AuditedResource.Reports, id);
            connection.Execute("DELETE FROM reports WHERE id = @Id", new ReportById(id));
            audit.Record(connection, by, AuditAction.Delete, AuditedResource.Reports, id, before);
            return id;
        }, cancel);

    private static ReportRow? Find(SqliteConnection connection, long id) =>
        connection.QuerySingleOrDefault<ReportRow>($"SELECT {Summary}, data FROM reports WHERE id = @Id", new ReportById(id));
}

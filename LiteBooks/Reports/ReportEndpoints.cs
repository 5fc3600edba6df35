using LiteBooks.Data;
using LiteBooks.Http;
using LiteBooks.Http.Access;
using LiteBooks.Http.Answers;
using LiteBooks.Http.Description;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiteBooks.Reports;

/// <summary>The routes of reports: they are accepted, made in the background, and asked for until they are there.</summary>
public static class ReportEndpoints
{
    public const string Path = "/api/v1/reports";

    private const string DependsOn = "Accept, Authorization";

    private static readonly ResponseHeader Vary = new("Vary", "What the answer depends on beside the address.", DependsOn);

    public static void MapReports(this IEndpointRouteBuilder app)
    {
        var reports = app.MapGroup(Path).About("reports", "Figures that take a while.").AsApi().Confidential();
        reports.MapPost("/", Create).WithName("CreateReport").ForEditors().Takes(typeof(CreateReport))
            .Gives(202, typeof(AcceptedReport), ResponseHeader.Location, ResponseHeader.RetryAfter)
            .Heeds(RequestHeader.IdempotencyKey).Fails("idempotency_key_in_use", "idempotency_key_reused");
        reports.MapGet("/", List).WithName("ListReports").ForAdmins().Asks([.. ReportQuery.Parameters, .. QueryParameter.Shaping])
            .Sends(ResponseHeader.PageLinks, ResponseHeader.TotalCount, ResponseHeader.TotalPages);
        reports.MapGet("/{id}", Get).WithName("GetReport").ForEditors().Asks(QueryParameter.Shaping).AlsoGives(ReportCsv.MediaType, ReportCsv.Sample)
            .Sends(Vary, ResponseHeader.RetryAfter).SendsWith(200, ResponseHeader.FileName).SendsWith(409, ResponseHeader.RetryAfter).Fails("report_unfinished");
        reports.MapDelete("/{id}", Delete).WithName("DeleteReport").ForAdmins().Gives(204, typeof(void))
            .Heeds(RequestHeader.IfMatch).Fails("version_mismatch", "precondition_required");
    }

    /// <summary>Ask for a report</summary>
    /// <remarks>It is made in the background, also after a restart. What only administrators see, such as the stock, is in reports of administrators alone.</remarks>
    /// <response code="202">The report is accepted.</response>
    private static Task<IResult> Create(HttpRequest request, ReportRepository reports, ReportKinds kinds, ReportSignal signal, IdempotencyKeys keys, Idempotency idempotency, AnswerFormat format)
    {
        return idempotency.Once(request, keys.Find, async claim =>
        {
            var http = request.HttpContext;
            var read = await JsonBody.Read<ReportFields>(request, body => ReportRules.Check(CreateReport.Read(body), kinds, ReportCaller.Of(http).IsAdmin, body.Faults));
            if (!read.Succeeded(out var fields, out var failure))
                return Problems.From(failure);
            var accepted = await reports.Insert(fields, http.Actor(), new Remembered<ReportRow>(keys, claim, Answer), http.RequestAborted);
            signal.Wake();
            return accepted.Succeeded(out var row, out failure) ? new JsonAnswer(Answer(row)) : Problems.From(failure);
        });

        WrittenAnswer Answer(ReportRow row) => format.Accepted(AcceptedReport.From(row), $"{Path}/{row.Id}");
    }

    /// <summary>List reports</summary>
    /// <remarks>Those of all users, the newest first, without their figures.</remarks>
    /// <response code="200">A page of reports.</response>
    private static Results<Representation<ReportPage>, ProblemHttpResult> List(HttpRequest request, ReportRepository reports, ReportKinds kinds) =>
        ReportQuery.Read(request.Query, kinds).Succeeded(out var query, out var failure)
            ? new Representation<ReportPage>(reports.Page(query))
            : Problems.From(failure);

    /// <summary>Get a report</summary>
    /// <remarks>Editors get their own, administrators all. With `Accept: text/csv` it comes as a file of its figures, once it is completed; `fields` and `envelope` are for JSON.</remarks>
    /// <param name="id">The report's id.</param>
    /// <response code="200">The report.</response>
    private static Results<Representation<ReportResponse>, Attachment, ProblemHttpResult> Get(long id, HttpRequest request, ReportRepository reports)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.Vary = DependsOn;
        if (reports.Find(id) is not { } row || !ReportCaller.Of(request.HttpContext).Sees(row))
            return Problems.From(new NotFound("report", id));
        if (!row.IsFinal)
            headers.RetryAfter = JsonAnswer.RetryAfterSeconds;
        if (!AcceptedTypes.Prefers(request, ReportCsv.MediaType))
            return new Representation<ReportResponse>(ReportResponse.From(row), row.ResourceVersion);
        return row.Data is { } data
            ? new Attachment(ReportCsv.Write(ReportJson.DataFrom(data)), ReportCsv.ContentType, $"report-{row.Id}.csv", row.ResourceVersion)
            : Problems.From(new Conflict("report_unfinished", $"The report has no figures: it is {row.Status}."));
    }

    /// <summary>Delete a report</summary>
    /// <remarks>However far it has come.</remarks>
    /// <param name="id">The report's id.</param>
    /// <response code="204">The report is gone.</response>
    private static async Task<IResult> Delete(long id, HttpRequest request, ReportRepository reports, Settings settings)
    {
        if (!Preconditions.Read(request, id, settings.RequireIfMatch).Succeeded(out var expected, out var failure))
            return Problems.From(failure);
        var deleted = await reports.Delete(id, expected, request.HttpContext.Actor(), request.HttpContext.RequestAborted);
        return deleted.Failure is { } refused ? Problems.From(refused) : TypedResults.NoContent();
    }
}

using Xunit.Sdk;

namespace LiteBooks.Tests.Contract;

/// <summary>
/// Stands in a client of the tests, and holds every exchange to the document: what the server took has to be a request that
/// is described, and what it answered an answer that is.
/// </summary>
internal sealed class ContractCheck(ApiContract contract, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var sent = request.Content is ByteArrayContent content ? await content.ReadAsByteArrayAsync(cancellationToken) : null;
        var received = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        Check(new Exchange(request, sent, response, received));
        return response;
    }

    private void Check(Exchange exchange)
    {
        var (path, method) = (contract.Find(exchange.Path.Described), exchange.Request.Method.Method);
        var operation = path?.Operations.GetValueOrDefault(method == "HEAD" ? "GET" : method);
        var faults = operation is null ? FaultsOfStranger(exchange) : FaultsOf(exchange, operation, path!);
        if (faults.ToList() is { Count: > 0 } found)
            throw new XunitException($"Against the OpenAPI document: {operation?.Id ?? "no operation"} ({method} {exchange.Request.RequestUri!.PathAndQuery}, answered with {exchange.Status}):\n- {string.Join("\n- ", found)}");
    }

    private static IEnumerable<string> FaultsOf(Exchange exchange, Operation operation, PathTemplate path)
    {
        foreach (var fault in AnswerRules.FaultsOf(exchange, operation))
            yield return fault;
        if (!exchange.Succeeded)
            yield break;
        foreach (var fault in RequestRules.FaultsOf(exchange, operation, path.Match(exchange.Path.Described)!))
            yield return fault;
    }

    // Neither a path nor a method of the document, so it must not be served: but for OPTIONS, which says just that.
    private IEnumerable<string> FaultsOfStranger(Exchange exchange)
    {
        if (OutsideTheContract.HasPath(exchange.Path.Described) || (exchange.Request.Method == HttpMethod.Options && exchange.Status == 204))
            return [];
        return exchange.Status >= 400 ? AnswerRules.FaultsOfProblem(exchange, contract.Schemas) : ["the document has no such operation, and the server took it"];
    }
}

using System.Text;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Contract;

namespace LiteBooks.Tests.Support;

/// <summary>A client of one server. Every exchange is held to the OpenAPI document, but where a test has broken what the server rests on. Bodies are JSON unless said otherwise.</summary>
internal sealed class Api(Uri address, bool isChecked = true) : IDisposable
{
    public const string Books = "/api/v1/books";
    public const string BooksV2 = "/api/v2/books";
    public const string Authors = "/api/v1/authors";

    private readonly HttpClient _client = new(isChecked ? new ContractCheck(ApiContract.Committed, Handler()) : Handler()) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };

    public Task<Answer> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, headers);

    public Task<Answer> Delete(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Delete, path, null, headers);

    public Task<Answer> Post(string path, JsonNode body, params (string Name, string Value)[] headers) => Post(path, body.ToJsonString(), headers);

    public Task<Answer> Post(string path, string body, params (string Name, string Value)[] headers) => Send(HttpMethod.Post, path, Json(body), headers);

    public Task<Answer> Put(string path, JsonNode body, params (string Name, string Value)[] headers) => Put(path, body.ToJsonString(), headers);

    public Task<Answer> Put(string path, string body, params (string Name, string Value)[] headers) => Send(HttpMethod.Put, path, Json(body), headers);

    public Task<Answer> Patch(string path, JsonNode body, params (string Name, string Value)[] headers) => Patch(path, body.ToJsonString(), headers);

    public Task<Answer> Patch(string path, string body, params (string Name, string Value)[] headers) => Send(HttpMethod.Patch, path, Json(body), headers);

    public async Task<Answer> Send(HttpMethod method, string path, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return await Answer.Read(request, response);
    }

    public static ByteArrayContent Json(string body) => Bytes(Encoding.UTF8.GetBytes(body), "application/json");

    /// <summary>A body as it stands, with a Content-Type as it stands, or none.</summary>
    public static ByteArrayContent Bytes(byte[] body, string? contentType)
    {
        var content = new ByteArrayContent(body);
        if (contentType is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return content;
    }

    public static string Escape(string value) => Uri.EscapeDataString(value);

    // Headers may hold what is no ASCII; the server is to answer that too.
    private static SocketsHttpHandler Handler() => new() { AllowAutoRedirect = false, RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 };

    public void Dispose() => _client.Dispose();
}

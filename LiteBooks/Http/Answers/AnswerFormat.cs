using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace LiteBooks.Http.Answers;

/// <summary>Turns what was written into the bytes of its answer.</summary>
public sealed class AnswerFormat(IOptions<JsonOptions> json)
{
    public WrittenAnswer Created<T>(T value, ResourceVersion? version = null, string? location = null) =>
        Answer(StatusCodes.Status201Created, value, version, location);

    /// <summary>What is accepted and done later: where it will be.</summary>
    public WrittenAnswer Accepted<T>(T value, string location) => Answer(StatusCodes.Status202Accepted, value, null, location);

    public WrittenAnswer Ok<T>(T value, ResourceVersion? version = null) => Answer(StatusCodes.Status200OK, value, version, null);

    private WrittenAnswer Answer<T>(int status, T value, ResourceVersion? version, string? location)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, (JsonTypeInfo<T>)json.Value.SerializerOptions.GetTypeInfo(typeof(T)));
        return new WrittenAnswer(status, location, version is null ? null : EntityTag.Of(body, version), body);
    }
}

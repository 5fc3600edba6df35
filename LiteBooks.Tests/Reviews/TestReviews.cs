using System.Text.Json;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reviews;

/// <summary>Reviews for tests, and where they are.</summary>
internal static class TestReviews
{
    public const string Path = "/api/v1/reviews";

    /// <summary>What a creation needs of somebody who is signed in.</summary>
    public static JsonObject Minimal(int rating = 4) => new() { ["rating"] = rating };

    /// <summary>Every field that a creation takes.</summary>
    public static JsonObject Full() => new()
    {
        ["rating"] = 5,
        ["title"] = "A classic",
        ["body"] = "I read it twice.\nAnd once more.",
        ["reviewer_name"] = "A Reader",
    };

    public static JsonObject Status(string status) => new() { ["status"] = status };

    public static string Of(long book) => $"{Api.Books}/{book}/reviews";

    public static string At(long id) => $"{Path}/{id}";

    public static string At(JsonElement review) => At(review.Id());

    public static int Rating(this JsonElement review) => review.GetProperty("rating").GetInt32();
}

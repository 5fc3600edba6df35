using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;
using static LiteBooks.Tests.Support.TestAuthors;

namespace LiteBooks.Tests.Authors;

internal static class AuthorRefusal
{
    /// <summary>A creation, a replacement, and a patch that names nothing else are refused for this field; none leaves a trace.</summary>
    public static async Task ShouldRefuseAuthorWith(this Api api, string field, JsonNode? value, string code)
    {
        var held = await api.CreateAuthor(FullAuthor());
        (await api.Post(Api.Authors, FullAuthor().WithAt(field, value?.DeepClone()))).ShouldBeInvalid((field, code));
        (await api.Put(AuthorAt(held), FullAuthor().WithAt(field, value?.DeepClone()))).ShouldBeInvalid((field, code));
        var patch = new JsonObject { ["contact"] = new JsonObject { ["address"] = new JsonObject() } }.WithAt(field, value?.DeepClone());
        (await api.Patch(AuthorAt(held), patch)).ShouldBeInvalid((field, code));
        Assert.Equal(held.GetRawText(), (await api.FindAuthor(held.Id())).GetRawText());
    }
}

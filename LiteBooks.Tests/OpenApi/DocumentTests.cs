using LiteBooks.OpenApi;

namespace LiteBooks.Tests.OpenApi;

/// <summary>NSwag needs run-time code, so these are not run where that is switched off.</summary>
[Trait("Category", "InProcess")]
public sealed class DocumentTests
{
    [Fact]
    public async Task The_committed_document_is_what_the_routes_give() =>
        Assert.True(OpenApiDocument.Embedded == await OpenApiDocument.Generate(),
            "The API has changed. Make the document anew: dotnet run --project LiteBooks -- openapi --generate > openapi.tmp && mv openapi.tmp LiteBooks/OpenApi/openapi.json");
}

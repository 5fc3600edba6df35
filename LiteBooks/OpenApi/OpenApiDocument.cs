using System.Runtime.CompilerServices;
using LiteBooks.Http.Files;

namespace LiteBooks.OpenApi;

/// <summary>
/// The description of the API (OpenAPI 3.0). It is made from the real app where there is a run-time compiler, committed,
/// and embedded, because the published binary could not make it.
/// </summary>
public static class OpenApiDocument
{
    public const string FileName = "openapi.json";

    /// <summary>The document as it was when the program was built.</summary>
    public static string Embedded
    {
        get
        {
            using var reader = new StreamReader(EmbeddedFile.Named(FileName).Open());
            return reader.ReadToEnd();
        }
    }

    /// <summary>Makes the document anew. The same source gives the same text, on every machine.</summary>
    public static Task<string> Generate() => RuntimeFeature.IsDynamicCodeSupported && File.Exists(DocumentGenerator.Comments)
        ? DocumentGenerator.Generate()
        : throw new CannotStartException("The OpenAPI document can only be made by a program that was built from its source (`dotnet run`), not by a published one.");
}

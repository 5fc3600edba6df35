using LiteBooks.OpenApi.Operations;
using LiteBooks.OpenApi.Schemas;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using NJsonSchema;
using NJsonSchema.Generation;
using NSwag.Generation.AspNetCore;

namespace LiteBooks.OpenApi;

/// <summary>
/// Lets NSwag describe the endpoints of the real app, which is built on a throw-away database and never started. What
/// NSwag cannot know is added by the processors, from what features say beside their routes and models.
/// </summary>
internal static class DocumentGenerator
{
    /// <summary>The comments of the source, written by the compiler: the document's summaries and descriptions.</summary>
    public static string Comments { get; } = Path.Combine(AppContext.BaseDirectory, "LiteBooks.xml");

    public static async Task<string> Generate()
    {
        var folder = Directory.CreateTempSubdirectory("litebooks-openapi-");
        try
        {
            await using var app = await Server.Build(Configuration(folder.FullName));
            var settings = SettingsFor(app.Services.GetRequiredService<IOptions<JsonOptions>>().Value);
            var document = await new AspNetCoreOpenApiDocumentGenerator(settings).GenerateAsync(AppExplorer.Endpoints(app));
            Wording.Put(document);
            DocumentFrame.Put(document);
            return DocumentText.Of(document);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IConfiguration Configuration(string folder) => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Database:Path"] = Path.Combine(folder, "described.db"),
        ["Catalog:Sample"] = "false",
        // The document goes to standard output, where the log would stand in its midst.
        ["Logging:LogLevel:Default"] = "None",
    }).Build();

    private static AspNetCoreOpenApiDocumentGeneratorSettings SettingsFor(JsonOptions json)
    {
        var settings = new AspNetCoreOpenApiDocumentGeneratorSettings
        {
            SchemaSettings = new SystemTextJsonSchemaGeneratorSettings
            {
                SchemaType = SchemaType.OpenApi3,
                SerializerOptions = json.SerializerOptions,
                // A client must bear members that come later; requests are closed again by ClosedObjects.
                AlwaysAllowAdditionalObjectProperties = true,
                // A schema says all that it has; most generated clients pass over allOf.
                FlattenInheritanceHierarchy = true,
            },
        };
        AddSchemas(settings.SchemaSettings);
        AddOperations(settings);
        return settings;
    }

    private static void AddSchemas(JsonSchemaGeneratorSettings settings)
    {
        settings.TypeMappers.Add(new ExactDecimalSchema());
        settings.TypeMappers.Add(new OptionalSchema());
        settings.TypeMappers.Add(new JsonObjectSchema());
        settings.SchemaProcessors.Add(new RequiredMembers());
        settings.SchemaProcessors.Add(new MemberBounds());
        settings.SchemaProcessors.Add(new LeftOutMembers());
        settings.SchemaProcessors.Add(new PatchMembers());
        settings.SchemaProcessors.Add(new AlsoMembers());
        settings.SchemaProcessors.Add(new ShownMembers());
        settings.SchemaProcessors.Add(new Examples());
    }

    private static void AddOperations(AspNetCoreOpenApiDocumentGeneratorSettings settings)
    {
        // HEAD answers wherever GET does; the description says it once.
        settings.AddOperationFilter(context => context.OperationDescription.Method != NSwag.OpenApiOperationMethod.Head);
        settings.OperationProcessors.Add(new Topics());
        settings.OperationProcessors.Add(new Deprecations());
        settings.OperationProcessors.Add(new Security());
        settings.OperationProcessors.Add(new RequestBodies());
        settings.OperationProcessors.Add(new PathParameters());
        settings.OperationProcessors.Add(new QueryParameters());
        settings.OperationProcessors.Add(new RequestHeaders());
        settings.OperationProcessors.Add(new Unchanged());
        settings.OperationProcessors.Add(new OtherForms());
        settings.OperationProcessors.Add(new ProblemResponses());
        settings.OperationProcessors.Add(new ResponseHeaders());
        settings.OperationProcessors.Add(new ResponseExamples());
    }
}

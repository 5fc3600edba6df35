using LiteBooks.Http;
using LiteBooks.Http.Description;
using LiteBooks.OpenApi.Schemas;
using Namotion.Reflection;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace LiteBooks.OpenApi.Operations;

/// <summary>The bodies that handlers read by hand, in each form that they may have.</summary>
internal sealed class RequestBodies : IOperationProcessor
{
    public bool Process(OperationProcessorContext context)
    {
        if (context.Metadata<TakesBody>() is not { } takes)
            return true;
        var forms = context.AllMetadata<TakesAlso>().Select(also => also.Body).Prepend(takes.Body)
            .ToDictionary(form => form.Name, form => SchemaOf(form, takes, context));
        var body = new OpenApiRequestBody { IsRequired = true };
        foreach (var mediaType in takes.MediaTypes)
            body.Content[mediaType] = forms.Count > 1 ? AnyOf(forms) : Only(forms.Values.Single());
        context.OperationDescription.Operation.RequestBody = body;
        return true;
    }

    private static JsonSchema SchemaOf(Type form, TakesBody takes, OperationProcessorContext context)
    {
        var schema = context.SchemaGenerator.GenerateWithReference<JsonSchema>(form.ToContextualType(), context.SchemaResolver);
        if (takes.MediaTypes.Contains(FormReader.MediaType))
            ClosedObjects.LeaveOpen(schema);
        else
            ClosedObjects.Close(schema);
        if (context.Metadata<FailsWith>() is { } fails && fails.Codes.Contains("empty_patch"))
            schema.ActualSchema.MinProperties = 1;
        return takes.Most is not { } most ? schema : new JsonSchema { Type = JsonObjectType.Array, MinItems = 1, MaxItems = most, Item = schema, Description = "They are taken together." };
    }

    private static OpenApiMediaType Only(JsonSchema form) => new() { Schema = form, Example = ExampleOf(form) };

    // Not oneOf: a body of what both forms have in common is either.
    private static OpenApiMediaType AnyOf(Dictionary<string, JsonSchema> forms)
    {
        var content = new OpenApiMediaType { Schema = new JsonSchema() };
        foreach (var (name, form) in forms)
        {
            content.Schema.AnyOf.Add(form);
            content.Examples[name] = new OpenApiExample { Summary = form.ActualSchema.Description, Value = ExampleOf(form) };
        }
        return content;
    }

    private static object? ExampleOf(JsonSchema form) =>
        form.Item?.ActualSchema.Example is { } item ? new JArray(item) : form.ActualSchema.Example;
}

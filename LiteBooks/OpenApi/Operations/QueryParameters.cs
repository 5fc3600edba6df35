using LiteBooks.Http;
using LiteBooks.Http.Description;
using LiteBooks.OpenApi.Schemas;
using NJsonSchema;
using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;

namespace LiteBooks.OpenApi.Operations;

/// <summary>The query parameters that handlers read by hand.</summary>
internal sealed class QueryParameters : IOperationProcessor
{
    public bool Process(OperationProcessorContext context)
    {
        foreach (var parameter in context.Metadata<TakesQuery>()?.Parameters ?? [])
            context.OperationDescription.Operation.Parameters.Add(Describe(parameter));
        return true;
    }

    private static OpenApiParameter Describe(QueryParameter parameter)
    {
        var described = new OpenApiParameter
        {
            Name = parameter.Name,
            Kind = OpenApiParameterKind.Query,
            Description = parameter.Description,
            IsRequired = parameter.IsRequired,
            AllowEmptyValue = parameter.MayBeEmpty,
            Schema = parameter.IsList ? ListOf(ValueOf(parameter)) : ValueOf(parameter),
            Example = parameter is { IsList: true, Example: { } one } ? new[] { one } : parameter.Example,
        };
        if (parameter.IsList)
            (described.Style, described.Explode) = (OpenApiParameterStyle.Form, true);
        return described;
    }

    private static JsonSchema ListOf(JsonSchema item) =>
        new() { Type = JsonObjectType.Array, Item = item, MaxItems = QueryReader.MostValues };

    private static JsonSchema ValueOf(QueryParameter parameter)
    {
        var schema = new JsonSchema
        {
            Type = Enum.Parse<JsonObjectType>(parameter.Type, ignoreCase: true),
            Format = parameter.Format,
            MinLength = parameter.Shortest,
            MaxLength = parameter.Longest,
            Minimum = parameter.Least,
            Maximum = parameter.Most,
            Default = parameter.Default,
        };
        Choices.Put(schema, parameter.Choices);
        return schema;
    }
}

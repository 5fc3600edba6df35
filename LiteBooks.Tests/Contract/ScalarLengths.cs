using System.Text.Json;
using Json.Schema;
using Json.Schema.Keywords;

namespace LiteBooks.Tests.Contract;

/// <summary>
/// The keywords that the document uses, and those that the library wants beside them, with lengths as JSON Schema has them: in Unicode scalar values. The library's own count what a reader takes for
/// one character, however many it is made of.
/// </summary>
internal static class ScalarLengths
{
    public static BuildOptions Options { get; } = new()
    {
        Dialect = new Dialect([
            TypeKeyword.Instance, EnumKeyword.Instance, PatternKeyword.Instance, FormatKeyword.Instance, new Shortest(), new Longest(),
            MinimumKeyword.Instance, MaximumKeyword.Instance, MultipleOfKeyword.Instance,
            PrefixItemsKeyword.Instance, ItemsKeyword.Instance, ContainsKeyword.Instance, MinContainsKeyword.Instance, MaxContainsKeyword.Instance, MinItemsKeyword.Instance, MaxItemsKeyword.Instance, UniqueItemsKeyword.Instance,
            PropertiesKeyword.Instance, PatternPropertiesKeyword.Instance, AdditionalPropertiesKeyword.Instance, RequiredKeyword.Instance, MinPropertiesKeyword.Instance, MaxPropertiesKeyword.Instance,
            OneOfKeyword.Instance, AnyOfKeyword.Instance, AllOfKeyword.Instance,
        ])
        { Id = new Uri("urn:litebooks:contract") },
    };

    private static KeywordEvaluation Judge(string keyword, EvaluationContext context, Func<int, string?> rule)
    {
        if (context.Instance.ValueKind != JsonValueKind.String)
            return KeywordEvaluation.Ignore;
        var fault = rule(TextRules.Length(context.Instance.GetString()!));
        return new KeywordEvaluation { Keyword = keyword, IsValid = fault is null, Error = fault };
    }

    private sealed class Shortest : MinLengthKeyword
    {
        public override KeywordEvaluation Evaluate(KeywordData keyword, EvaluationContext context) =>
            Judge(Name, context, length => length < keyword.RawValue.GetInt64() ? $"{length} characters are fewer than {keyword.RawValue}" : null);
    }

    private sealed class Longest : MaxLengthKeyword
    {
        public override KeywordEvaluation Evaluate(KeywordData keyword, EvaluationContext context) =>
            Judge(Name, context, length => length > keyword.RawValue.GetInt64() ? $"{length} characters are more than {keyword.RawValue}" : null);
    }
}

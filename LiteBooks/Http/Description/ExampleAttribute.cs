using System.Diagnostics.CodeAnalysis;

namespace LiteBooks.Http.Description;

/// <summary>A model's example, in JSON.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExampleAttribute([StringSyntax(StringSyntaxAttribute.Json)] string json) : Attribute
{
    public string Json => json;
}

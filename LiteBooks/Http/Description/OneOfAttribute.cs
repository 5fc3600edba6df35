using System.Diagnostics.CodeAnalysis;

namespace LiteBooks.Http.Description;

/// <summary>The values that a text can have: those of the static property <c>All</c> of the given class.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneOfAttribute([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type list) : Attribute
{
    public IReadOnlyList<string> Values => (IReadOnlyList<string>)list.GetProperty("All")!.GetValue(null)!;
}

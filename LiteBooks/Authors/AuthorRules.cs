using System.Text.RegularExpressions;
using static LiteBooks.TextRules;

namespace LiteBooks.Authors;

/// <summary>What makes an author valid. Every fault is added to the list that is passed; what is returned counts only if there is none.</summary>
public static partial class AuthorRules
{
    public static AuthorFields Check(CreateAuthor author, Faults faults) => new()
    {
        Name = RequiredText("name", author.Name, AuthorLimits.Name, faults),
        Bio = Text("bio", author.Bio, AuthorLimits.Bio, faults),
        Nationality = TextOrNull("nationality", author.Nationality, AuthorLimits.Nationality, faults),
        Phone = author.Contact?.Phone is { } phone ? Formed("phone", phone, PhoneForm(), "10 to 15 digits, perhaps with +, 1 or +1 before them", faults.Within("contact.")) : null,
        Address = author.Contact?.Address is { } address ? Check(address, faults.Within("contact.address.")) : null,
    };

    private static AddressFields Check(CreateAddress address, Faults faults) => new(
        RequiredText("street", address.Street, AuthorLimits.Street, faults),
        RequiredText("city", address.City, AuthorLimits.City, faults),
        Formed("state", address.State, StateForm(), "two letters, such as OR", faults).ToUpperInvariant(),
        Formed("zip_code", address.ZipCode, ZipForm(), "12345 or 12345-6789", faults),
        TextOrNull("country", address.Country, AuthorLimits.Country, faults) ?? AuthorLimits.DefaultCountry);

    private static string Formed(string field, string? value, Regex form, string expected, Faults faults)
    {
        CheckCharacters(field, value, faults);
        if (value is null)
            faults.Add(field, "A value is required.", "required");
        // In .NET a $ also stands before the last line break.
        else if (!form.IsMatch(value) || value.EndsWith('\n'))
            faults.Add(field, $"Expected {expected}.", "invalid_format");
        return value ?? "";
    }

    [GeneratedRegex(AuthorLimits.PhoneForm)]
    private static partial Regex PhoneForm();

    [GeneratedRegex(AuthorLimits.StateForm)]
    private static partial Regex StateForm();

    [GeneratedRegex(AuthorLimits.ZipForm)]
    private static partial Regex ZipForm();
}

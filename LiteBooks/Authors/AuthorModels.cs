using System.ComponentModel.DataAnnotations;
using LiteBooks.Http;
using LiteBooks.Http.Description;

namespace LiteBooks.Authors;

/// <summary>An author to be added.</summary>
[Example("""
    {
      "name": "Ursula K. Le Guin",
      "bio": "Wrote of other worlds.",
      "nationality": "American",
      "contact": {
        "phone": "+15035550123",
        "address": { "street": "1 Willamette Way", "city": "Portland", "state": "OR", "zip_code": "97201", "country": "US" }
      }
    }
    """)]
public sealed record CreateAuthor
{
    /// <summary>Unique, whatever the case.</summary>
    [Required, StringLength(AuthorLimits.Name, MinimumLength = 1)]
    public string? Name { get; init; }

    [StringLength(AuthorLimits.Bio)]
    public string? Bio { get; init; }

    [StringLength(AuthorLimits.Nationality)]
    public string? Nationality { get; init; }

    public CreateContact? Contact { get; init; }

    public static CreateAuthor Read(ObjectReader body) => new()
    {
        Name = body.Text("name").Or(null),
        Bio = body.Text("bio").Or(null),
        Nationality = body.Text("nationality").Or(null),
        Contact = body.NestedOrNull("contact").Or(null) is { } contact ? CreateContact.Read(contact) : null,
    };
}

/// <summary>How to reach an author, which only editors and admins are shown.</summary>
public sealed record CreateContact
{
    /// <summary>Digits alone, perhaps with a `+` before them.</summary>
    [RegularExpression(AuthorLimits.PhoneForm)]
    public string? Phone { get; init; }

    public CreateAddress? Address { get; init; }

    public static CreateContact Read(ObjectReader body) => new()
    {
        Phone = body.Text("phone").Or(null),
        Address = body.NestedOrNull("address").Or(null) is { } address ? CreateAddress.Read(address) : null,
    };
}

/// <summary>A postal address, whole.</summary>
public sealed record CreateAddress
{
    [Required, StringLength(AuthorLimits.Street, MinimumLength = 1)]
    public string? Street { get; init; }

    [Required, StringLength(AuthorLimits.City, MinimumLength = 1)]
    public string? City { get; init; }

    /// <summary>Two letters; stored as capitals.</summary>
    [Required, RegularExpression(AuthorLimits.StateForm)]
    public string? State { get; init; }

    /// <summary>`12345` or `12345-6789`.</summary>
    [Required, RegularExpression(AuthorLimits.ZipForm)]
    public string? ZipCode { get; init; }

    /// <summary>`US` if it is absent.</summary>
    [StringLength(AuthorLimits.Country)]
    public string? Country { get; init; }

    public static CreateAddress Read(ObjectReader body) => new()
    {
        Street = body.Text("street").Or(null),
        City = body.Text("city").Or(null),
        State = body.Text("state").Or(null),
        ZipCode = body.Text("zip_code").Or(null),
        Country = body.Text("country").Or(null),
    };
}

namespace LiteBooks.Authors;

/// <summary>The bounds of an author's fields, said once for the checks and for the OpenAPI document. Lengths count Unicode scalar values.</summary>
public static class AuthorLimits
{
    public const int Name = 200;
    public const int Bio = 2000;
    public const int Nationality = 100;
    public const int Street = 200;
    public const int City = 100;
    public const int Country = 100;

    /// <summary>Digits are ASCII: <c>\d</c> would take those of every script.</summary>
    public const string PhoneForm = "^[+]?1?[0-9]{10,15}$";
    public const string StateForm = "^[A-Za-z]{2}$";
    public const string ZipForm = "^[0-9]{5}(-[0-9]{4})?$";

    /// <summary>The country of an address that names none.</summary>
    public const string DefaultCountry = "US";
}

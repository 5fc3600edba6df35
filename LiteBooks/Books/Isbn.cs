using System.Globalization;
using System.Text.RegularExpressions;

namespace LiteBooks.Books;

/// <summary>
/// An International Standard Book Number (ISO 2108). <paramref name="Text"/> is its form as given, without hyphens;
/// <paramref name="Key"/> is its ISBN-13 as a number, the same for an ISBN-10 and the ISBN-13 of one book.
/// </summary>
public readonly partial record struct Isbn(string Text, long Key)
{
    /// <summary>What may be typed, whether or not the digits are right: ten of them, the last perhaps an X, or thirteen, with blanks and dashes anywhere.</summary>
    public const string TypedForm = "^" + Gap + "(" + Digit + "{9}[0-9Xx]" + Gap + "|" + Digit + "{13})$";

    private const string Bookland = "978";
    private const string Digit = "([0-9]" + Gap + ")";

    // One by one, because not every engine of regular expressions knows the category of dashes, and blanks are others to each; and escaped, because generated
    // code has it in one line; for the same reason without line separators, which are taken all the same.
    private const string Gap = @"[ \t\n\r\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u058a\u05be\u1400\u1806\u2010-\u2015\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u2e5d\u301c\u3030\u30a0\ufe31\ufe32\ufe58\ufe63\uff0d-]*";

    /// <summary>
    /// Reads an ISBN-10 or ISBN-13 with or without hyphens and spaces. With <paramref name="verify"/> the check digit
    /// must be right; without it only the form counts. The fault's field is <c>isbn</c>.
    /// </summary>
    public static Isbn? Parse(string typed, bool verify, Faults faults)
    {
        var text = Compact(typed);
        if (!HasForm(text))
            faults.Add("isbn", "An ISBN has 10 digits, the last of which may be X, or 13 digits.", "invalid_isbn");
        else if (verify && text.Length == 13 && text[..3] is not (Bookland or "979"))
            faults.Add("isbn", "An ISBN-13 begins with 978 or 979.", "invalid_isbn");
        else if (verify && CheckDigit(text) is var right && text[^1] != right)
            faults.Add("isbn", $"The check digit of this ISBN should be {right}, not {text[^1]}.", "wrong_check_digit");
        else
            return new Isbn(text, KeyOf(text));
        return null;
    }

    /// <summary>An ISBN that was checked when it was stored.</summary>
    public static Isbn Stored(string text) => new(text, KeyOf(text));

    public string Thirteen => Key.ToString("D13", CultureInfo.InvariantCulture);

    /// <summary>The ten digits of an ISBN that begins with 978; others have none.</summary>
    public string? Ten
    {
        get
        {
            var thirteen = Thirteen;
            return thirteen.StartsWith(Bookland, StringComparison.Ordinal) ? thirteen[3..12] + CheckDigit10(thirteen[3..12]) : null;
        }
    }

    /// <summary>The ISBN alone out of what people type and scanners send: a label before it, a price or issue add-on of 2 or 5 digits behind it.</summary>
    public static string Scanned(string typed)
    {
        var text = Label().Replace(Compact(typed), "");
        return text.Length is 15 or 18 ? text[..13] : text;
    }

    // ISBN 978…, ISBN-13: 978…, ISBN-10 0…, urn:isbn:978…, after Compact; the 13 or 10 is a label only where an ISBN follows.
    [GeneratedRegex("^(URN:)?ISBN(13(?=:|.{13}$)|10(?=:|.{10}$))?:?", RegexOptions.ExplicitCapture)]
    private static partial Regex Label();

    /// <summary>The typed text without hyphens and blanks of any kind, with an upper-case X.</summary>
    public static string Compact(string typed) =>
        string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.DashPunctuation)).ToUpperInvariant();

    /// <summary>The check digit that belongs to the other digits of a well-formed ISBN.</summary>
    public static char CheckDigit(string isbn) => isbn.Length == 10 ? CheckDigit10(isbn) : CheckDigit13(isbn);

    /// <summary>Ten digits, the last perhaps X, or thirteen digits.</summary>
    public static bool HasForm(string text) => text.Length switch
    {
        10 => text.AsSpan(0, 9).IndexOfAnyExceptInRange('0', '9') < 0 && (char.IsAsciiDigit(text[9]) || text[9] == 'X'),
        13 => text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0,
        _ => false,
    };

    private static long KeyOf(string text)
    {
        if (text.Length == 13)
            return long.Parse(text, CultureInfo.InvariantCulture);
        var digits = Bookland + text[..9] + "?";
        return long.Parse(digits[..12] + CheckDigit13(digits), CultureInfo.InvariantCulture);
    }

    // Weights 10 to 2; the sum with the check digit, whose weight is 1, is a multiple of 11.
    private static char CheckDigit10(string isbn)
    {
        var sum = 0;
        for (var i = 0; i < 9; i++)
            sum += (10 - i) * (isbn[i] - '0');
        var check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : (char)('0' + check);
    }

    // Weights 1 and 3 by turns; the sum with the check digit is a multiple of 10 (as in every EAN-13 barcode).
    private static char CheckDigit13(string isbn)
    {
        var sum = 0;
        for (var i = 0; i < 12; i++)
            sum += (i % 2 == 0 ? 1 : 3) * (isbn[i] - '0');
        return (char)('0' + (10 - sum % 10) % 10);
    }
}

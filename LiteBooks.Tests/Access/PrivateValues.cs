using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Access;

/// <summary>Values that can be told apart from all others, in every private field.</summary>
internal static class PrivateValues
{
    /// <summary>For administrators alone.</summary>
    public static readonly string[] Books = ["4321.07", "Quiet Supplier", "Quiet Note", "777123"];

    /// <summary>For editors and administrators.</summary>
    public static readonly string[] Contacts = ["15550001111", "Quiet Street"];

    /// <summary>For administrators, and of oneself.</summary>
    public static readonly string[] Users = ["@example.org", "of the tests"];

    /// <summary>For nobody: a password, the beginning of every password hash, the key that tokens are signed with.</summary>
    public static readonly string[] Secrets = [Team.Password, "AQAAAA", Team.SigningKey];

    public static JsonObject OfBook() => new()
    {
        ["cost_price"] = 4321.07m,
        ["supplier"] = "Quiet Supplier",
        ["internal_notes"] = "Quiet Note",
        ["stock_quantity"] = 777123,
    };

    public static JsonObject OfAuthor() => new()
    {
        ["contact"] = new JsonObject
        {
            ["phone"] = "+15550001111",
            ["address"] = new JsonObject { ["street"] = "Quiet Street 1", ["city"] = "Town", ["state"] = "CA", ["zip_code"] = "12345" },
        },
    };
}

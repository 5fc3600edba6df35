using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Authors;

/// <summary>Authors that differ in all that their list searches and sorts by. Tests of it only read.</summary>
public sealed class AuthorShelfFixture : AppFixture
{
    private static readonly (string Name, int Books)[] Shelf =
    [
        ("Émile Zola", 2), ("Jane Austen", 3), ("Łucja Ångström", 0), ("ørjan Berg", 1), ("Orson Zed", 0),
        ("O'Brien \"Bob\" (Jr.)", 1), ("100% Author_s", 0), ("Zoë \\ 莫言", 2),
    ];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var (name, books) in Shelf)
        {
            await Api.CreateAuthor(new() { ["name"] = name, ["contact"] = new JsonObject { ["phone"] = "5035550123" } });
            for (var i = 0; i < books; i++)
                await Api.CreateBookOf(name);
        }
    }
}

namespace LiteBooks;

/// <summary>What a user may do; each role may do all that those before it may.</summary>
public static class Roles
{
    /// <summary>Reads, posts reviews, and changes its own.</summary>
    public const string Viewer = "viewer";

    /// <summary>Changes books and authors, and moderates reviews.</summary>
    public const string Editor = "editor";

    /// <summary>Sees costs and stock, users and the audit.</summary>
    public const string Admin = "admin";

    /// <summary>In rising order.</summary>
    public static IReadOnlyList<string> All { get; } = [Viewer, Editor, Admin];

    /// <summary>Whether a role may do what another may.</summary>
    public static bool Includes(string role, string other) => Rank(role) >= Rank(other);

    private static int Rank(string role) => All.Index().First(known => known.Item == role).Index;
}

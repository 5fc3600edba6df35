namespace LiteBooks.Tests.Support;

/// <summary>The checkout that these tests were built in.</summary>
internal static class Checkout
{
    public static string Folder { get; } = Find();

    public static string File(string name) => Path.Combine(Folder, name);

    public static string[] ReadAllLines(string name) => System.IO.File.ReadAllLines(File(name));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "LiteBooks.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException($"{AppContext.BaseDirectory} lies in no checkout.");
        return folder.FullName;
    }
}

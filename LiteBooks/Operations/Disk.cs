namespace LiteBooks.Operations;

/// <summary>The disk that holds the database.</summary>
internal static class Disk
{
    /// <summary>How many bytes this process may still write there.</summary>
    public static long FreeBytes(Settings settings) =>
        new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(settings.DatabasePath))!).AvailableFreeSpace;
}

namespace LiteBooks.Operations;

/// <summary>The disk that holds the database.</summary>
internal static class Disk
{
    /// <summary>How many bytes this process may still write there; none where the disk is gone.</summary>
    public static long FreeBytes(Settings settings)
    {
        try
        {
            return new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(settings.DatabasePath))!).AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}

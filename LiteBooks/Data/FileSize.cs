namespace LiteBooks.Data;

/// <summary>How many bytes a file has; none where there is no such file.</summary>
internal static class FileSize
{
    public static long Of(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}

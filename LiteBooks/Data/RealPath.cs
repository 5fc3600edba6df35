namespace LiteBooks.Data;

/// <summary>Where a path leads when every link on its way is followed: two names of one file become one.</summary>
internal static class RealPath
{
    /// <summary>The absolute path. What is not there yet keeps its name.</summary>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is not { } folder)
            return full;
        var place = Path.Combine(Of(folder), Path.GetFileName(full));
        return Path.Exists(place) && File.ResolveLinkTarget(place, returnFinalTarget: true) is { } target ? Of(target.FullName) : place;
    }

    public static bool AreSame(string one, string other) =>
        string.Equals(Of(one), Of(other), OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
}

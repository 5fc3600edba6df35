namespace LiteBooks.Tests.Contract;

/// <summary>A path of the document, with its operations by method.</summary>
internal sealed class PathTemplate(string template, IReadOnlyDictionary<string, Operation> operations)
{
    private readonly string[] _segments = Split(template);

    public IReadOnlyDictionary<string, Operation> Operations => operations;

    public int Parameters => _segments.Count(IsParameter);

    /// <summary>The values of the path's parameters, or null where an address is another's. As in the server, case and a last slash do not matter.</summary>
    public IReadOnlyDictionary<string, string>? Match(string path)
    {
        var given = Split(path);
        if (given.Length != _segments.Length)
            return null;
        var values = new Dictionary<string, string>();
        foreach (var (wanted, segment) in _segments.Zip(given))
        {
            if (IsParameter(wanted) && segment.Length > 0)
                values[wanted[1..^1]] = Uri.UnescapeDataString(segment);
            else if (!wanted.Equals(Uri.UnescapeDataString(segment), StringComparison.OrdinalIgnoreCase))
                return null;
        }
        return values;
    }

    private static bool IsParameter(string segment) => segment.StartsWith('{');

    private static string[] Split(string path) => (path.EndsWith('/') ? path[..^1] : path).Split('/');
}

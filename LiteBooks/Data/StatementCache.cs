using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>
/// The compiled statements of one connection by their text, those that were used last. A connection is used by one caller at
/// a time, and so is this.
/// </summary>
internal sealed class StatementCache(SqliteConnection connection) : IDisposable
{
    // All that is fixed, and the lists with the filters that people use most; some ten kilobytes each.
    private const int Most = 96;

    private readonly Dictionary<string, LinkedListNode<(string Text, Statement Statement)>> _byText = [];
    private readonly LinkedList<(string Text, Statement Statement)> _lastUsedFirst = new();

    /// <summary>
    /// The statement of this text, ready to begin; null where the text is no single statement, or an earlier run of it is still
    /// being read.
    /// </summary>
    public Statement? Take(string text)
    {
        if (_byText.TryGetValue(text, out var known))
        {
            if (known.Value.Statement.IsBusy)
                return null;
            if (known != _lastUsedFirst.First)
            {
                _lastUsedFirst.Remove(known);
                _lastUsedFirst.AddFirst(known);
            }
            return known.Value.Statement;
        }
        if (Statement.Compile(connection.Handle!, text) is not { } statement)
            return null;
        if (_byText.Count == Most)
            ForgetOldest();
        _byText[text] = _lastUsedFirst.AddFirst((text, statement));
        return statement;
    }

    public void Dispose()
    {
        foreach (var (_, statement) in _lastUsedFirst)
            statement.Dispose();
        _lastUsedFirst.Clear();
        _byText.Clear();
    }

    private void ForgetOldest()
    {
        var oldest = _lastUsedFirst.Last!;
        while (oldest.Value.Statement.IsBusy)
            oldest = oldest.Previous!;
        _byText.Remove(oldest.Value.Text);
        _lastUsedFirst.Remove(oldest);
        oldest.Value.Statement.Dispose();
    }
}

using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>
/// The compiled statements of one connection by their text, those that were used last. A connection is used by one caller at
/// a time, and so is this.
/// </summary>
internal sealed class StatementCache(SqliteConnection connection) : IDisposable
{
    // All that is fixed, and the lists with the filters that people use most; some ten kilobytes each.
    private const int Most = 128;

    private readonly Dictionary<string, LinkedListNode<Statement>> _byText = [];
    private readonly LinkedList<Statement> _lastUsedFirst = new();

    /// <summary>The statement of this text, ready to be bound and run; null while an earlier run of it is still being read.</summary>
    public Statement? Take(string text)
    {
        if (_byText.TryGetValue(text, out var known))
        {
            if (known.Value.IsBeingRead)
                return null;
            _lastUsedFirst.Remove(known);
            _lastUsedFirst.AddFirst(known);
            return known.Value;
        }
        if (_byText.Count == Most)
            Forget(_lastUsedFirst.Last!);
        return (_byText[text] = _lastUsedFirst.AddFirst(new Statement(text, connection))).Value;
    }

    public void Dispose()
    {
        foreach (var statement in _lastUsedFirst)
            statement.Dispose();
        _lastUsedFirst.Clear();
        _byText.Clear();
    }

    private void Forget(LinkedListNode<Statement> statement)
    {
        _byText.Remove(statement.Value.CommandText);
        _lastUsedFirst.Remove(statement);
        statement.Value.Dispose();
    }
}

/// <summary>A command that the provider compiles at its first run, and keeps compiled until it is disposed of.</summary>
internal sealed class Statement(string text, SqliteConnection connection) : SqliteCommand(text, connection)
{
    public bool IsBeingRead => DataReader is not null;

    /// <summary>Takes the values of other parameters, and their names where these differ from the last run's.</summary>
    public void Bind(SqliteParameterCollection given)
    {
        if (!HasNamesOf(given))
        {
            Parameters.Clear();
            for (var i = 0; i < given.Count; i++)
                Parameters.Add(new SqliteParameter { ParameterName = given[i].ParameterName });
        }
        for (var i = 0; i < given.Count; i++)
            Parameters[i].Value = given[i].Value;
    }

    private bool HasNamesOf(SqliteParameterCollection given)
    {
        if (given.Count != Parameters.Count)
            return false;
        for (var i = 0; i < given.Count; i++)
        {
            if (given[i].ParameterName != Parameters[i].ParameterName)
                return false;
        }
        return true;
    }
}

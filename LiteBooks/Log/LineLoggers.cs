using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace LiteBooks.Log;

/// <summary>Loggers whose lines have the framework's console forms, and go out many at a time.</summary>
[ProviderAlias("Console")]
internal sealed class LineLoggers(IEnumerable<ConsoleFormatter> forms, IOptions<ConsoleLoggerOptions> options) : ILoggerProvider, ISupportExternalScope
{
    private readonly BatchedOutput _output = new(Console.OpenStandardOutput());
    private readonly ConsoleFormatter _form = forms.First(form => form.Name == options.Value.FormatterName);
    private IExternalScopeProvider? _scopes;

    public ILogger CreateLogger(string categoryName) => new LineLogger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose() => _output.Dispose();

    private sealed class LineLogger(LineLoggers all, string category) : ILogger
    {
        // One for each thread that ever logs, and used again.
        [ThreadStatic]
        private static Line? _line;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => all._scopes?.Push(state);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = _line ??= new Line();
            all._form.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter), all._scopes, line.Writer);
            all._output.Add(line.Take());
        }
    }

    private sealed class Line
    {
        private const int UsualBytes = 1024;

        private readonly StringBuilder _text = new();
        private byte[] _bytes = new byte[UsualBytes];

        public Line() => Writer = new StringWriter(_text);

        public StringWriter Writer { get; }

        /// <summary>The bytes of what was written, until the next is written.</summary>
        public ReadOnlySpan<byte> Take()
        {
            var length = 0;
            foreach (var chunk in _text.GetChunks())
            {
                var most = length + Encoding.UTF8.GetMaxByteCount(chunk.Length);
                if (_bytes.Length < most)
                    Array.Resize(ref _bytes, most);
                length += Encoding.UTF8.GetBytes(chunk.Span, _bytes.AsSpan(length));
            }
            _text.Clear();
            return _bytes.AsSpan(0, length);
        }
    }
}

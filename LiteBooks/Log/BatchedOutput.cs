using System.Globalization;
using System.Text;

namespace LiteBooks.Log;

/// <summary>
/// Collects lines and writes them to standard output many at a time, on a thread of its own: a system call and two changes of
/// thread for each line would cost more than most requests. A reader that hangs or a full pipe holds up nobody; what is left
/// out then is counted in the log.
/// </summary>
public sealed class BatchedOutput : IDisposable
{
    // Some ten thousand lines.
    private const int MostBytes = 4 * 1024 * 1024;

    // Nobody reads faster, and it bounds what a process that is killed did not say.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(5);

    private readonly Stream _output;
    private readonly Lock _lock = new();
    private readonly AutoResetEvent _arrived = new(false);
    private readonly Thread _writer;
    private MemoryStream _gathered = new();
    private MemoryStream _written = new();
    private long _leftOut;
    private bool _isAwake;
    private volatile bool _closing;

    public BatchedOutput(Stream output)
    {
        _output = output;
        _writer = new Thread(Write) { IsBackground = true, Name = "litebooks-log" };
        _writer.Start();
    }

    public void Add(ReadOnlySpan<byte> line)
    {
        lock (_lock)
        {
            if (_gathered.Length + line.Length > MostBytes)
            {
                _leftOut++;
                return;
            }
            _gathered.Write(line);
            if (_isAwake)
                return;
            _isAwake = true;
        }
        _arrived.Set();
    }

    /// <summary>Writes what there is, then closes.</summary>
    public void Dispose()
    {
        _closing = true;
        _arrived.Set();
        // Longer than a reader that hangs deserves.
        if (_writer.Join(TimeSpan.FromSeconds(2)))
            _arrived.Dispose();
    }

    private void Write()
    {
        while (!_closing)
        {
            _arrived.WaitOne();
            if (!_closing)
                Thread.Sleep(Gathering);
            WriteGathered();
        }
        WriteGathered();
    }

    private void WriteGathered()
    {
        long leftOut;
        lock (_lock)
        {
            (_gathered, _written) = (_written, _gathered);
            (leftOut, _leftOut) = (_leftOut, 0);
            _isAwake = false;
        }
        try
        {
            _output.Write(_written.GetBuffer().AsSpan(0, (int)_written.Length));
            if (leftOut > 0)
                _output.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{leftOut} lines of the log were left out: nobody read them in time.\n")));
            _output.Flush();
        }
        catch (IOException)
        {
            // Standard output is closed. The log is no reason to end a server that works.
        }
        // A burst is over at some time; what it took is given back.
        if (_written.Capacity > MostBytes / 16)
            _written = new MemoryStream();
        else
            _written.SetLength(0);
    }
}

using System.IO.MemoryMappedFiles;
using System.Text;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Breakage;

/// <summary>Calls of the C library, by the numbers of <c>faults.c</c>.</summary>
[Flags]
public enum Calls
{
    None = 0,
    Write = 1,
    Sync = 2,
    Truncate = 4,
    Open = 8,
    Read = 16,
    All = Write | Sync | Truncate | Open | Read,
}

/// <summary>Why a call fails, by Linux's numbers (errno).</summary>
public enum Errno
{
    Io = 5,
    AccessDenied = 13,
    TooManyFiles = 24,
    NoSpace = 28,
    ReadOnlyFileSystem = 30,
}

/// <summary>Switches faults on and off under a server that was started with its <see cref="Environment"/>.</summary>
internal sealed class FaultControl : IDisposable
{
    // The struct of faults.c.
    private const int CallsAt = 0, ErrorAt = 4, PassingAt = 8, FailingAt = 12, FailedAt = 16, ShiftAt = 24, PathAt = 32, PathBytes = 256;

    private readonly TempFolder _folder = new();
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    public FaultControl()
    {
        var path = _folder.File("faults");
        Environment = [("LD_PRELOAD", FaultLibrary.Path), ("LITEBOOKS_FAULTS", path)];
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.CreateNew, null, PathAt + PathBytes);
        _view = _file.CreateViewAccessor();
    }

    /// <summary>What a server has to be started with.</summary>
    public IReadOnlyList<(string Name, string Value)> Environment { get; }

    /// <summary>How many calls have failed since faults were last switched on.</summary>
    public int Failed => _view.ReadInt32(FailedAt);

    /// <summary>From now on these calls fail on files whose path matches: so many pass before, and so many fail, by default all.</summary>
    public void Fail(Calls calls, Errno error, string path, int passing = 0, int failing = -1)
    {
        Mend();
        var name = new byte[PathBytes];
        Encoding.UTF8.GetBytes(path, name);
        _view.WriteArray(PathAt, name, 0, PathBytes);
        _view.Write(ErrorAt, (int)error);
        _view.Write(PassingAt, passing);
        _view.Write(FailingAt, failing);
        _view.Write(FailedAt, 0);
        Thread.MemoryBarrier();
        _view.Write(CallsAt, (int)calls);
    }

    /// <summary>All calls succeed again.</summary>
    public void Mend() => _view.Write(CallsAt, 0);

    /// <summary>The server's time of day is this much ahead of the machine's.</summary>
    public void ShiftClock(TimeSpan by) => _view.Write(ShiftAt, (long)by.TotalSeconds);

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
        _folder.Dispose();
    }
}

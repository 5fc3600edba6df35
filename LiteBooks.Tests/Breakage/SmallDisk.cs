using System.Diagnostics;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Breakage;

/// <summary>A disk of one's own, in memory, that can be filled and made read-only.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TempFolder _folder = new();

    public SmallDisk(int megabytes)
    {
        Skip.IfNot(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only Linux's root can mount a small disk.");
        Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", _folder.Path);
    }

    public string Path => _folder.Path;

    public string File(string name) => _folder.File(name);

    /// <summary>Takes all the room that is left.</summary>
    public void Fill()
    {
        using var filler = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true)
                filler.Write(block);
        }
        catch (IOException)
        {
            // Full, as it is to be.
        }
    }

    /// <summary>Gives back what <see cref="Fill"/> took.</summary>
    public void MakeRoom() => System.IO.File.Delete(Filler);

    /// <summary>Nothing may have a file open for writing.</summary>
    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", _folder.Path);

    public void MakeWritable() => Run("mount", "-o", "remount,rw", _folder.Path);

    public void Dispose()
    {
        Run("umount", _folder.Path);
        _folder.Dispose();
    }

    private string Filler => File("filler");

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Skip.If(process.ExitCode != 0 && error.Contains("permission denied", StringComparison.OrdinalIgnoreCase), $"This machine does not let root mount: {error}");
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {error}");
    }
}

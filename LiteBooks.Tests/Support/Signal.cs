using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LiteBooks.Tests.Support;

/// <summary>Sends a signal at once (kill(2)): to start a command for it can take longer than what is to be interrupted.</summary>
internal static class Signal
{
    public static void Interrupt(Process process) => Assert.Equal(0, Kill(process.Id, 2));

    public static void Terminate(Process process) => Assert.Equal(0, Kill(process.Id, 15));

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}

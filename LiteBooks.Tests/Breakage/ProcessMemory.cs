using System.Diagnostics;

namespace LiteBooks.Tests.Breakage;

/// <summary>What a process holds of the machine's memory.</summary>
internal static class ProcessMemory
{
    public static long Of(int process)
    {
        using var it = Process.GetProcessById(process);
        return it.WorkingSet64;
    }
}

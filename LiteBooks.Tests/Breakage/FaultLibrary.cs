using System.Diagnostics;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Breakage;

/// <summary><c>faults.c</c> as a shared library, compiled once in a test run with the machine's C compiler.</summary>
internal static class FaultLibrary
{
    private static readonly TempFolder Folder = new();

    private static readonly Lazy<string?> Compiled = new(Compile);

    /// <summary>Its file. Skips the test where it cannot be made.</summary>
    public static string Path
    {
        get
        {
            Skip.IfNot(OperatingSystem.IsLinux(), "Faults are put under a process with LD_PRELOAD, as Linux has it.");
            Skip.If(Compiled.Value is null, "There is no C compiler (cc or clang) on this machine.");
            return Compiled.Value!;
        }
    }

    private static string? Compile()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Folder.Dispose();
        var library = Folder.File("libfaults.so");
        string[] arguments = ["-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror", "-o", library, System.IO.Path.Combine(AppContext.BaseDirectory, "Breakage", "faults.c"), "-ldl"];
        string[] compilers = ["cc", "clang"];
        return compilers.Any(compiler => Run(compiler, arguments)) ? library : null;
    }

    private static bool Run(string compiler, string[] arguments)
    {
        try
        {
            using var process = Process.Start(compiler, arguments);
            process.WaitForExit();
            // A compiler that is there and does not take our source is an error of ours, not a reason to skip.
            return process.ExitCode == 0 ? true : throw new InvalidOperationException($"{compiler} did not compile faults.c.");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

using System.CommandLine;
using System.Reflection;

namespace LiteBooks.Cli.Service;

/// <summary><c>litebooks systemd-unit</c>: the unit that runs this program as a service, so that the one file is all that one has to copy.</summary>
internal static class SystemdUnitCommand
{
    public static Command Build()
    {
        var command = new Command("systemd-unit", "Write a hardened systemd unit for this program to standard output.");
        command.SetAction(_ =>
        {
            Console.Out.Write(Template().Replace("@PROGRAM@", Environment.ProcessPath, StringComparison.Ordinal));
            return 0;
        });
        return command;
    }

    private static string Template()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("litebooks.service")!);
        return reader.ReadToEnd();
    }
}

using System.Globalization;
using LiteBooks.Data;

namespace LiteBooks.Cli.Check;

/// <summary>Whether somebody serves the database.</summary>
internal static class ServerCheck
{
    public static Finding Look(Settings settings) => DatabaseLock.Look(settings) switch
    {
        (true, { } process) => Finding.Ok("server", string.Create(CultureInfo.InvariantCulture, $"Process {process} serves the database.")),
        (true, null) => Finding.Ok("server", "The database is being served."),
        _ => Finding.Ok("server", "Nobody serves the database."),
    };
}

using System.CommandLine;
using LiteBooks.OpenApi;

namespace LiteBooks.Cli;

/// <summary><c>litebooks openapi</c>: the description of the API, for generators that take a file.</summary>
internal static class OpenApiCommand
{
    public static Command Build()
    {
        var generate = new Option<bool>("--generate") { Description = "Make it anew from the routes (only with `dotnet run`)." };
        var command = new Command("openapi", "Write the OpenAPI document to standard output.") { generate };
        command.SetAction(async (parsed, _) =>
        {
            Console.Out.Write(parsed.GetValue(generate) ? await OpenApiDocument.Generate() : OpenApiDocument.Embedded);
            return 0;
        });
        return command;
    }
}

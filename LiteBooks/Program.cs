using LiteBooks;
using LiteBooks.Cli;

return await CommandLine.Run(args, Server.Run);

using LiteBooks.Seed;

return await CommandLine.Run(args);

using LiteBooks;

var configuration = new ConfigurationBuilder().AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true).AddEnvironmentVariables("LITEBOOKS__").AddCommandLine(args).Build();
await using var app = await Server.Build(configuration);
await app.RunAsync();
return 0;

using System.Reflection;
using System.Runtime.InteropServices;
using LiteBooks.Audit;
using LiteBooks.Authors;
using LiteBooks.Books;
using LiteBooks.Books.Admin;
using LiteBooks.Books.V2;
using LiteBooks.Http;
using LiteBooks.Http.Access;
using LiteBooks.Http.Traffic;
using LiteBooks.Kiosk;
using LiteBooks.Log;
using LiteBooks.OpenApi;
using LiteBooks.Operations;
using LiteBooks.Orders;
using LiteBooks.Reports;
using LiteBooks.Reviews;
using LiteBooks.Users;

namespace LiteBooks;

/// <summary>Builds the rooms, maps the features, runs.</summary>
public static class Server
{
    public static string Version { get; } = typeof(Server).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>A server that is ready to run: its database is migrated and holds the sample if it is new.</summary>
    public static async Task<WebApplication> Build(IConfiguration configuration)
    {
        var settings = Settings.Read(configuration);
        var addresses = ListenAddresses.Read(configuration, settings.Https);
        // Nothing but what is named here: no file watchers, no configuration sources of the framework's own.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.AddCatalogueLog(settings, configuration);
        builder.WebHost.UseKestrelCore().UseUrls([.. addresses]);
        builder.AddHttps(settings.Https);
        builder.AddTelemetry();
        builder.Services.AddServiceHost();
        builder.Services.Configure<HostOptions>(host => Stop(host, settings));
        builder.Services.AddRooms(settings).AddHttpRoom(settings);
        builder.Services.AddClosedGenerics();
        var app = builder.Build();
        app.UseHttpRoom(addresses);
        app.MapHome();
        app.MapHealth();
        app.MapInternal();
        app.MapMetrics();
        app.MapProblemPages();
        app.MapOpenApi();
        app.MapKiosk();
        app.MapBooks();
        app.MapIsbn();
        app.MapBooksV2();
        app.MapAuthors();
        app.MapAuthorBooks();
        app.MapReviews();
        app.MapReports();
        app.MapUsers();
        app.MapOrders();
        app.MapAuth();
        if (!settings.ReadOnly)
            app.MapAdmin();
        app.Services.GetRequiredService<SigningKey>().Check();
        app.Lifetime.ApplicationStarted.Register(SigningKey.LoadLibrary);
        var sample = app.Services.GetRequiredService<SampleCatalogue>();
        if (settings.Sample && !settings.ReadOnly)
            await sample.AddIfNew();
        await app.Services.GetRequiredService<Claim>().Announce();
        return app;
    }

    // Not there on a read-only server, which stands where anybody can reach it.
    private static void MapAdmin(this WebApplication app)
    {
        app.MapAdminBooks();
        app.MapAudit();
        app.MapActivity();
    }

    /// <summary>Serves until it is told to stop; returns the exit code.</summary>
    public static async Task<int> Run(IConfiguration configuration, CancellationToken cancel)
    {
        Footprint.ShareHeaps();
        await using var app = await Build(configuration);
        app.Lifetime.ApplicationStarted.Register(Footprint.KeepSmall);
        // A terminal that is closed is no reason to leave the database unsettled.
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            app.Lifetime.StopApplication();
        });
        await app.RunAsync(cancel);
        return 0;
    }

    // Requests, mails and reports that are under way end side by side, or are given up: what they were is still in the database.
    private static void Stop(HostOptions host, Settings settings)
    {
        host.ShutdownTimeout = TimeSpan.FromSeconds(settings.Http.DrainSeconds);
        host.ServicesStopConcurrently = true;
    }
}

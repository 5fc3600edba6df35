using System.Text.Json.Serialization;
using LiteBooks.Audit;
using LiteBooks.Authors;
using LiteBooks.Backups;
using LiteBooks.Books;
using LiteBooks.Books.Admin;
using LiteBooks.Books.Reports;
using LiteBooks.Books.V2;
using LiteBooks.Data;
using LiteBooks.Http.Access;
using LiteBooks.Http.Answers;
using LiteBooks.Kiosk;
using LiteBooks.Mailing;
using LiteBooks.Operations;
using LiteBooks.Orders;
using LiteBooks.Reports;
using LiteBooks.Reviews;
using LiteBooks.Users;

namespace LiteBooks;

/// <summary>Puts the rooms' services together.</summary>
internal static class Rooms
{
    // The published binary has no reflection: what is written as JSON is known from here.
    private static readonly JsonSerializerContext[] JsonTypes =
        [BookJson.Default, AuthorJson.Default, ReviewJson.Default, OrderJson.Default, ReportJson.Default, UserJson.Default, AuditJson.Default, OperationsJson.Default, HomeJson.Default];

    public static IServiceCollection AddRooms(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddDatabase(settings);
        services.AddSingleton<IdempotencyKeys>().AddSingleton<AuditTrail>().AddSingleton<Outbox>().AddSingleton<ActivityLog>();
        services.AddBooks(settings);
        services.AddSingleton<AuthorRepository>().AddSingleton<AuthorWrites>();
        services.AddUsers();
        services.AddMailing(settings);
        services.AddSingleton<ReviewRepository>().AddSingleton<AuditRepository>().AddSingleton<ActivityRepository>();
        services.AddSingleton<OrderRepository>().AddSingleton<OrderRecords>();
        services.AddReports(settings);
        services.AddBackups(settings);
        services.AddSingleton<KioskPage>();
        services.AddSingleton<StateRepository>().AddSingleton<Readiness>().AddSingleton(new Uptime()).AddSingleton<BackupFigures>();
        services.ConfigureHttpJsonOptions(options =>
        {
            foreach (var (place, types) in JsonTypes.Index())
                options.SerializerOptions.TypeInfoResolverChain.Insert(place, types);
        });
        return services;
    }

    private static void AddDatabase(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(_ => DatabaseLock.Take(settings));
        services.AddSingleton(provider =>
        {
            // Before the database is touched, and let go of after it. Who only reads stands beside others.
            if (!settings.ReadOnly)
                provider.GetRequiredService<DatabaseLock>();
            return Database.Open(settings, provider.GetRequiredService<ILoggerFactory>());
        });
    }

    private static void AddBooks(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<BookRules>().AddSingleton<BookTable>().AddSingleton<BookRepository>().AddSingleton<BookLists>().AddSingleton<BookWrites>().AddSingleton<BookHistory>()
            .AddSingleton<AdminBookRepository>().AddSingleton<SampleCatalogue>();
        services.AddSingleton(provider => new BookAnswers<BookResponse>(
            provider.GetRequiredService<AnswerFormat>(), row => BookResponse.From(row, provider.GetRequiredService<TimeProvider>().GetUtcNow()), BookEndpoints.Path));
        services.AddSingleton(provider => new BookAnswers<BookV2Answer>(
            provider.GetRequiredService<AnswerFormat>(), row => new BookV2Answer { Data = BookV2.From(row, settings.Currency) }, BookV2Endpoints.Path));
    }

    private static void AddMailing(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<OutboxRepository>();
        services.AddSingleton<IMailCarrier>(settings.Smtp.Host is null ? new FolderCarrier(settings) : new SmtpCarrier(settings.Smtp));
        if (!settings.ReadOnly)
            services.AddHostedService<MailWorker>();
    }

    private static void AddReports(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<IReportKind, InventoryReport>().AddSingleton<IReportKind, PopularReport>().AddSingleton<IReportKind, SalesReport>();
        services.AddSingleton<ReportKinds>().AddSingleton<ReportRepository>().AddSingleton<ReportJobs>().AddSingleton<ReportSignal>();
        // A read-only server cannot store what it would make.
        if (!settings.ReadOnly)
            services.AddHostedService<ReportWorker>();
    }

    private static void AddBackups(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<BackupFolder>().AddSingleton<LastBackup>();
        // A read-only server stands beside one that writes, which makes the backups; two would prune each other's.
        if (settings.Backup.Every is not null && !settings.ReadOnly)
            services.AddHostedService<BackupWorker>();
    }

    private static void AddUsers(this IServiceCollection services) => services
        .AddSingleton<UserRepository>().AddSingleton<IAccounts, UserAccounts>()
        .AddSingleton<Passwords>().AddSingleton<SignInThrottle>().AddSingleton<SignIn>().AddSingleton<Claim>();
}

namespace LiteBooks.Operations;

/// <summary>Tells the service manager that started the program, if one did, how it is: systemd (<c>Type=notify</c>) or Windows.</summary>
internal static class ServiceHost
{
    public static void AddServiceHost(this IServiceCollection services)
    {
        services.AddSystemd();
        if (OperatingSystem.IsWindows())
            services.AddWindowsService(options => options.ServiceName = "LiteBooks");
    }
}

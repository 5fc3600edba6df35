using Microsoft.Extensions.Hosting.Systemd;

namespace LiteBooks.Operations;

/// <summary>Tells the service manager that started the program, if one did, how it is: systemd (sd_notify(3), <c>Type=notify</c>) or Windows.</summary>
internal static class ServiceHost
{
    public static void AddServiceHost(this IServiceCollection services)
    {
        // Asked for by the variable alone. AddSystemd also looks at the parent process, which a hardened unit hides.
        if (Environment.GetEnvironmentVariable("NOTIFY_SOCKET") is { Length: > 0 })
            services.AddSingleton<ISystemdNotifier, SystemdNotifier>().AddSingleton<IHostLifetime, SystemdLifetime>();
        if (OperatingSystem.IsWindows())
            services.AddWindowsService(options => options.ServiceName = "LiteBooks");
    }
}

using System.Text.RegularExpressions;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests;

[Trait("Category", "InProcess")]
public sealed partial class SettingsTests
{
    [Fact]
    public void Without_any_setting_the_defaults_hold()
    {
        var settings = TestSettings.Read();

        Assert.Equal(("litebooks.db", 5, true, true, 1024 * 1024), (settings.DatabasePath, settings.BusyTimeoutSeconds, settings.Sample, settings.VerifyIsbn, settings.MaxBodyBytes));
    }

    [Theory]
    [InlineData("database:path", "/x/y.db")]
    [InlineData("DATABASE:PATH", "/x/y.db")]
    public void A_setting_is_found_in_any_case(string name, string value)
    {
        Assert.Equal(value, TestSettings.Read((name, value)).DatabasePath);
    }

    [Theory]
    [InlineData("Database:BusyTimeoutSeconds", "1")]
    [InlineData("Database:BusyTimeoutSeconds", "300")]
    [InlineData("Api:MaxBodyBytes", "1024")]
    [InlineData("Api:MaxBodyBytes", "1073741824")]
    [InlineData("Catalog:Sample", "FALSE")]
    [InlineData("Catalog:VerifyIsbn", "true")]
    [InlineData("Api:RequireIfMatch", "true")]
    [InlineData("Api:V1Sunset", "2027-12-31")]
    [InlineData("Catalog:Currency", "EUR")]
    [InlineData("Reports:KeepDays", "1")]
    [InlineData("Reports:KeepDays", "3650")]
    [InlineData("Logging:LogLevel:Default", "Warning")]
    [InlineData("Http:AllowedHosts", "books.example.org; *.example.org, 192.0.2.1")]
    [InlineData("Http:CorsOrigins", "https://shop.example.org;http://localhost:3000")]
    [InlineData("Http:Proxies", "10.0.0.7;10.0.0.0/8, fd00::/8;::1")]
    [InlineData("Http:MaxConnections", "1")]
    [InlineData("Http:MaxConnections", "100000")]
    [InlineData("Http:TimeoutSeconds", "1")]
    [InlineData("Http:TimeoutSeconds", "3600")]
    [InlineData("Http:DrainSeconds", "1")]
    [InlineData("Http:DrainSeconds", "300")]
    [InlineData("RateLimit:PerMinute", "0")]
    [InlineData("RateLimit:PerMinute", "1000000")]
    [InlineData("RateLimit:Loopback", "true")]
    [InlineData("Metrics:AllowFrom", "")]
    [InlineData("Log:Format", "json")]
    [InlineData("Backup:Every", "60s")]
    [InlineData("Backup:Every", "1m")]
    [InlineData("Backup:Every", "366d")]
    [InlineData("Backup:Every", "0")]
    [InlineData("Backup:Keep", "1")]
    [InlineData("Backup:Keep", "10000")]
    [InlineData("Kiosk:IdleSeconds", "10")]
    [InlineData("Kiosk:IdleSeconds", "3600")]
    [InlineData("Kiosk:Language", "es")]
    [InlineData("Kiosk:Theme", "dark")]
    [InlineData("Kiosk:Keyboard", "on")]
    [InlineData("Kiosk:Address", "https://books.example.org")]
    [InlineData("urls", "http://127.0.0.1:1")]
    public void A_setting_within_its_bounds_is_taken(string name, string value)
    {
        Assert.Null(Record.Exception(() => TestSettings.Read((name, value))));
    }

    [Theory]
    [InlineData("Database:Path", "")]
    [InlineData("Database:Path", "   ")]
    [InlineData("Database:BusyTimeoutSeconds", "0")]
    [InlineData("Database:BusyTimeoutSeconds", "301")]
    [InlineData("Database:BusyTimeoutSeconds", "1.5")]
    [InlineData("Database:BusyTimeoutSeconds", "soon")]
    [InlineData("Database:BusyTimeoutSeconds", "")]
    [InlineData("Database:BusyTimeoutSeconds", "99999999999999999999")]
    [InlineData("Kiosk:IdleSeconds", "9")]
    [InlineData("Kiosk:IdleSeconds", "3601")]
    [InlineData("Kiosk:Language", "fr")]
    [InlineData("Kiosk:Theme", "purple")]
    [InlineData("Kiosk:Keyboard", "yes")]
    [InlineData("Kiosk:Name", " ")]
    [InlineData("Kiosk:Address", "books.example.org")]
    [InlineData("Kiosk:Address", "https://books.example.org/kiosk")]
    [InlineData("Kiosk:Address", "https://a.example.org;https://b.example.org")]
    [InlineData("Kiosk:StartPage", "maybe")]
    [InlineData("Catalog:Sample", "yes")]
    [InlineData("Catalog:Sample", "")]
    [InlineData("Catalog:VerifyIsbn", "1")]
    [InlineData("Api:MaxBodyBytes", "1023")]
    [InlineData("Api:MaxBodyBytes", "1073741825")]
    [InlineData("Api:MaxBodyBytes", "1 MiB")]
    [InlineData("Api:RequireIfMatch", "always")]
    [InlineData("Api:V1Sunset", "31.12.2027")]
    [InlineData("Api:V1Sunset", "2027-02-30")]
    [InlineData("Reports:KeepDays", "0")]
    [InlineData("Reports:KeepDays", "3651")]
    [InlineData("Catalog:Currency", "euros")]
    [InlineData("Catalog:Currency", "")]
    [InlineData("Http:AllowedHosts", "books.example.org:8000")]
    [InlineData("Http:CorsOrigins", "*")]
    [InlineData("Http:CorsOrigins", "https://shop.example.org/")]
    [InlineData("Http:CorsOrigins", "shop.example.org")]
    [InlineData("Http:Proxies", "10.0.0.0/33")]
    [InlineData("Http:Proxies", "proxy.example.org")]
    [InlineData("Http:MaxConnections", "0")]
    [InlineData("Http:MaxConnections", "100001")]
    [InlineData("Http:TimeoutSeconds", "0")]
    [InlineData("Http:TimeoutSeconds", "3601")]
    [InlineData("Http:DrainSeconds", "0")]
    [InlineData("Http:DrainSeconds", "301")]
    [InlineData("Https:KeyFile", "key.pem")]
    [InlineData("Https:Password", "secret")]
    [InlineData("RateLimit:PerMinute", "-1")]
    [InlineData("RateLimit:PerMinute", "1000001")]
    [InlineData("Metrics:AllowFrom", "everywhere")]
    [InlineData("Log:Format", "xml")]
    [InlineData("Logging:LogLevel:Default", "Loud")]
    [InlineData("Backup:Every", "59s")]
    [InlineData("Backup:Every", "367d")]
    [InlineData("Backup:Every", "1 day")]
    [InlineData("Backup:Every", "h")]
    [InlineData("Backup:Every", "99999999999d")]
    [InlineData("Backup:Keep", "0")]
    [InlineData("Backup:Keep", "10001")]
    public void A_wrong_value_stops_the_start_with_one_line_that_names_the_setting(string name, string value) => ShouldStop(name, value);

    [Theory]
    [InlineData("Database:Pth", "x.db")]
    [InlineData("Databse:Path", "x.db")]
    [InlineData("Database", "x.db")]
    [InlineData("Catalog:Sample:Deep", "true")]
    [InlineData("MaxBodyBytes", "5000")]
    [InlineData("Kestrel:Limits:MaxConcurrentConnections", "10")]
    public void A_name_that_no_setting_has_stops_the_start_with_one_line_that_names_it(string name, string value) => ShouldStop(name, value);

    [Fact]
    public void The_table_in_the_README_has_every_setting_once_and_no_other()
    {
        var lines = Checkout.ReadAllLines("README.md").SkipWhile(line => line != "## Settings").TakeWhile(line => line != "## Errors");
        var table = lines.Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => SettingName().Matches(line.Split('|')[1]))
            .Select(match => match.Groups["name"].Value);

        Assert.Equal(Settings.Names.Order(StringComparer.Ordinal), table.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("`(?<name>[A-Za-z]+:[A-Za-z0-9]+)`")]
    private static partial Regex SettingName();

    private static void ShouldStop(string name, string value)
    {
        var exception = Assert.Throws<CannotStartException>(() => TestSettings.Read((name, value)));

        Assert.Contains(name, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }
}

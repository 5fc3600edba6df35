using LiteBooks.Tests.Support;

namespace LiteBooks.Tests;

[Trait("Category", "InProcess")]
public sealed class SettingsTests
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
    [InlineData("Kestrel:Limits:MaxConcurrentConnections", "10")]
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
    public void A_wrong_value_stops_the_start_with_one_line_that_names_the_setting(string name, string value) => ShouldStop(name, value);

    [Theory]
    [InlineData("Database:Pth", "x.db")]
    [InlineData("Databse:Path", "x.db")]
    [InlineData("Database", "x.db")]
    [InlineData("Catalog:Sample:Deep", "true")]
    [InlineData("MaxBodyBytes", "5000")]
    public void A_name_that_no_setting_has_stops_the_start_with_one_line_that_names_it(string name, string value) => ShouldStop(name, value);

    private static void ShouldStop(string name, string value)
    {
        var exception = Assert.Throws<CannotStartException>(() => TestSettings.Read((name, value)));

        Assert.Contains(name, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }
}

using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace LiteBooks.Tests;

/// <summary>Who may use whom among the rooms.</summary>
[Trait("Category", "InProcess")]
public sealed class RoomRulesTests
{
    private static readonly Architecture House = new ArchLoader().LoadAssembly(typeof(Server).Assembly).Build();

    // A folder with endpoints is a feature; those to come are held to the rules as well.
    private static readonly string[] Features = ["Books", "Authors", "Reviews", "Users", "Orders", "Reports", "Audit", "Operations", "Kiosk"];

    [Theory]
    [InlineData("Data", "Http")]
    [InlineData("Data", "OpenApi")]
    [InlineData("Data", "Cli")]
    [InlineData("Http", "Data")]
    [InlineData("Http", "OpenApi")]
    [InlineData("Http", "Cli")]
    [InlineData("Data", "Mailing")]
    [InlineData("Http", "Mailing")]
    [InlineData("Mailing", "Http")]
    [InlineData("Mailing", "Cli")]
    [InlineData("Data", "Backups")]
    [InlineData("Http", "Backups")]
    [InlineData("Backups", "Http")]
    [InlineData("Backups", "Cli")]
    [InlineData("OpenApi", "Data")]
    [InlineData("OpenApi", "Cli")]
    [InlineData("Kiosk", "Data")]
    public void A_room_does_not_use_another(string room, string other) => Forbid(Room(room), Room(other));

    [Theory]
    [InlineData("Data")]
    [InlineData("Http")]
    [InlineData("Mailing")]
    [InlineData("Backups")]
    public void A_room_below_the_features_uses_none_of_them(string room)
    {
        foreach (var feature in Features)
            Forbid(Room(room), Room(feature));
    }

    [Fact]
    public void Data_knows_nothing_of_AspNetCore() => Forbid(Room("Data"), @"^Microsoft\.AspNetCore(\..*)?$");

    [Fact]
    public void Only_Data_and_the_repositories_know_SQLite()
    {
        Forbid(Room("Http"), @"^Microsoft\.Data(\..*)?$");
        Forbid(Room("OpenApi"), @"^Microsoft\.Data(\..*)?$");
        Forbid(Room("Backups"), @"^Microsoft\.Data(\..*)?$");
    }

    [Fact]
    public void Features_do_not_use_each_other()
    {
        foreach (var feature in Features)
        {
            foreach (var other in Features.Where(other => other != feature))
                Forbid(Room(feature), Room(other));
        }
    }

    [Fact]
    public void The_command_line_uses_no_endpoints()
    {
        Types().That().ResideInNamespaceMatching(Room("Cli"))
            .Should().NotDependOnAny(Types().That().HaveNameEndingWith("Endpoints"))
            .WithoutRequiringPositiveResults()
            .Check(House);
    }

    [Fact]
    public void A_broken_rule_would_be_noticed()
    {
        Assert.False(Rule(Room("Books"), Room("Data")).HasNoViolations(House));
        Assert.False(Rule(Room("Http"), @"^Microsoft\.AspNetCore(\..*)?$").HasNoViolations(House));
        Assert.False(Rule(Room("Data"), @"^Microsoft\.Data(\..*)?$").HasNoViolations(House));
    }

    private static string Room(string name) => $@"^LiteBooks\.{name}(\..*)?$";

    private static void Forbid(string room, string other) => Rule(room, other).Check(House);

    private static ArchRule<IType> Rule(string room, string other) => Types().That().ResideInNamespaceMatching(room)
        .Should().NotDependOnAny(Types(true).That().ResideInNamespaceMatching(other))
        .WithoutRequiringPositiveResults();
}

using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Http;

/// <summary>What a client hears while another process holds the database for longer than the wait.</summary>
public sealed class LockedDatabaseTests(LockedDatabaseTests.Fixture app) : IClassFixture<LockedDatabaseTests.Fixture>
{
    public sealed class Fixture : AppFixture
    {
        protected override IEnumerable<(string Name, string Value)> Settings => [("Database:BusyTimeoutSeconds", "1"), .. base.Settings];
    }

    [Fact]
    public async Task Writes_are_to_be_tried_again_later_and_leave_nothing_and_reads_go_on()
    {
        var created = await app.Api.Create(TestBooks.Full());
        using var other = TestDatabase.Connect(app.DatabasePath);
        other.Run("BEGIN IMMEDIATE");

        var answers = await Task.WhenAll(
            app.Api.Post(Api.Books, TestBooks.Minimal()),
            app.Api.Put(TestBooks.At(created), TestBooks.Minimal()),
            app.Api.Patch(TestBooks.At(created), """{"title":"Changed"}"""),
            app.Api.Delete(TestBooks.At(created)));
        var read = (await app.Api.Get(TestBooks.At(created))).ShouldBe(200);
        other.Run("ROLLBACK");

        foreach (var answer in answers)
        {
            answer.ShouldBeProblem(503, "database_busy");
            Assert.InRange(int.Parse(answer.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        }
        Assert.Equal(created.GetRawText(), read.Text);
        Assert.Equal(1, await app.Api.Count());
        (await app.Api.Patch(TestBooks.At(created), """{"title":"Changed"}""")).ShouldBe(200);
    }
}

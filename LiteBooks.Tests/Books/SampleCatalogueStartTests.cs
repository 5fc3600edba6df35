using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

/// <summary>When the sample comes, and when it does not.</summary>
public sealed class SampleCatalogueStartTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task The_sample_comes_once()
    {
        await OnServer([], async api => (await api.Delete(TestBooks.At(2))).ShouldBe(204));

        await OnServer([], async api => Assert.Equal([1, 3, 4, 5], (await api.List("sort_order=asc")).Ids()));
    }

    [Fact]
    public async Task An_emptied_catalogue_stays_empty()
    {
        await OnServer([], async api =>
        {
            for (var id = 1; id <= 5; id++)
                (await api.Delete(TestBooks.At(id))).ShouldBe(204);
        });

        await OnServer([], async api => Assert.Equal(0, await api.Count()));
    }

    [Fact]
    public async Task Without_the_sample_a_new_database_is_empty_and_its_first_book_has_the_id_1()
    {
        await OnServer([("Catalog:Sample", "false")], async api =>
        {
            Assert.Equal(0, await api.Count());
            Assert.Equal(1, (await api.Create()).Id());
        });
    }

    [Fact]
    public async Task A_catalogue_that_holds_books_gets_no_sample()
    {
        await OnServer([("Catalog:Sample", "false")], api => api.Create());

        await OnServer([], async api => Assert.Equal(1, await api.Count()));
    }

    public void Dispose() => _folder.Dispose();

    private async Task OnServer((string Name, string Value)[] settings, Func<Api, Task> act)
    {
        await using var server = await RunningServer.Start(_folder.File("books.db"), settings);
        using var api = new Api(server.Address);
        await act(api);
    }
}

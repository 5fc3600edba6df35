using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Kiosk;

/// <summary>Searching, narrowing, sorting, and going through what is found.</summary>
[Collection(KioskGround.Name), Trait("Category", Browser.Category)]
public sealed class SearchTests(KioskShop shop, Browser browser)
{
    [SkippableFact]
    public async Task Books_are_found_while_one_types_and_the_address_tells_which()
    {
        await using var page = await browser.Open(shop.Address, "/kiosk/books");
        await page.Touch("#search");
        await page.Type("Left Hand of");
        await page.Until("[...document.querySelectorAll('.card-title')].every(t => /left hand of/i.test(t.textContent)) && document.querySelector('.card')");
        await page.IsAt("/kiosk/books?q=Left+Hand+of");
        Assert.Equal("Left Hand of", (await page.Value("document.querySelector('#search').value")).GetString());
        page.ShouldBeQuiet();
    }

    [SkippableFact]
    public async Task What_was_asked_before_is_given_up()
    {
        await using var page = await browser.Open(shop.Address, "/kiosk/books");
        await page.Sees(".card");
        // An answer to the first question that would come after that to the second.
        await page.Value(
            """
            (() => {
              const ask = window.fetch;
              window.slow = 0;
              window.fetch = (path, options) => String(path).includes("search=the&")
                ? new Promise((resolve, reject) => {
                    const timer = setTimeout(() => resolve(ask(path, options)), 1500);
                    options.signal.addEventListener("abort", () => { clearTimeout(timer); window.slow++; reject(options.signal.reason); });
                  })
                : ask(path, options);
              return true;
            })()
            """);
        await page.Touch("#search");
        await page.Type("the", 10);
        await page.Type("re is no such book", 10);
        await page.Sees(".nothing");
        Assert.True((await page.Value("window.slow")).GetInt32() > 0);
    }

    [SkippableFact]
    public async Task Filters_show_how_many_books_are_behind_them_and_narrow_the_list()
    {
        await using var page = await browser.Open(shop.Address, "/kiosk/books");
        await page.Sees(".facet-genre .choice");
        var facets = (await shop.Api.Get("/api/v1/books/facets")).Json;
        var first = facets.GetProperty("genres")[0];
        Assert.Equal(first.GetProperty("count").GetInt32().ToString(), await page.Text(".facet-genre .choice-count"));
        foreach (var kind in new[] { "genre", "price", "decade", "tags" })
            Assert.NotEqual(0, await page.Count($".facet-{kind} .choice"));

        await page.Touch(".facet-genre .choice");
        await page.IsAt("/kiosk/books?genre=" + first.GetProperty("value").GetString());
        await page.Until($"parseInt(document.querySelector('.browse-count').textContent) === {first.GetProperty("count").GetInt32()}");
        // The other genres are still there to choose instead.
        Assert.True(await page.Count(".facet-genre .choice") > 1);
        await page.Touch(".facet-price .choice");
        await page.Touch(".facet-decade .choice");
        await page.Touch(".facet-tags .choice");
        await page.Until("document.querySelectorAll('.chip').length === 5");
        await page.Touch(".chip-all");
        await page.IsAt("/kiosk/books");
        await page.Until("document.querySelectorAll('.chip').length === 0");
        page.ShouldBeQuiet();
    }

    [SkippableFact]
    public async Task Every_sort_sorts()
    {
        await using var page = await browser.Open(shop.Address, "/kiosk/books?q=the");
        foreach (var (sort, query) in new[] { ("best", "relevance&sort_order=desc"), ("newest", "created_at&sort_order=desc"), ("title", "title&sort_order=asc"), ("author", "author&sort_order=asc"), ("cheap", "price&sort_order=asc"), ("dear", "price&sort_order=desc"), ("young", "published_year&sort_order=desc"), ("old", "published_year&sort_order=asc") })
        {
            await page.Tab.SelectAsync("#sort", sort);
            var expected = (await shop.Api.List($"search=the&per_page=1&sort_by={query}")).Ids().First();
            await page.Until($"document.querySelector('.card')?.getAttribute('href') === '/kiosk/book/{expected}' && document.querySelector('#sort').value === '{sort}'");
        }
    }

    [SkippableFact]
    public async Task A_list_goes_on_as_one_scrolls_and_the_place_is_kept()
    {
        await using var page = await browser.Open(shop.Address, "/kiosk/books");
        await page.Sees(".card");
        await page.Tab.SelectAsync("#sort", "title");
        await page.IsAt("/kiosk/books?sort=title");
        for (var i = 0; i < 8; i++)
        {
            await page.Value("scrollTo(0, document.documentElement.scrollHeight)");
            await Task.Delay(150);
        }
        var books = (await page.Value("[...document.querySelectorAll('.card')].map(card => card.getAttribute('href')).join()")).GetString()!.Split(',');
        Assert.InRange(books.Length, 100, KioskShop.Seeded + 10);
        Assert.Equal(books.Distinct(), books);
        await page.Value("document.querySelectorAll('.card')[90].scrollIntoView({ block: 'center' })");
        var place = (await page.Value("scrollY")).GetDouble();
        await page.Value("(card => { card.focus({ preventScroll: true }); card.click(); })(document.querySelectorAll('.card')[90])");
        await page.Sees(".book-title");
        await page.Touch(".head-back");
        await page.Sees(".card");
        Assert.Equal(place, (await page.Value("scrollY")).GetDouble(), 2.0);
        Assert.True((await page.Value("document.activeElement === document.querySelectorAll('.card')[90]")).GetBoolean());
    }

    [SkippableFact]
    public async Task The_last_book_is_followed_by_the_end()
    {
        await using var page = await browser.Open(shop.Address, "/kiosk/books?q=Left+Hand");
        await page.Sees(".the-end");
        await page.Go("/kiosk/books?q=nobody+wrote+this");
        Assert.Contains("Nothing", await page.Shown(".nothing h2"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_number_that_is_typed_into_the_search_opens_its_book()
    {
        await using var page = await browser.Open(shop.Address, "/kiosk/books");
        await page.Touch("#search");
        await page.Type(shop.ReviewedIsbn, 120);
        await page.Tab.Keyboard.PressAsync("Enter");
        await page.IsAt($"/kiosk/book/{shop.Reviewed}");
    }
}

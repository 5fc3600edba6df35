using LiteBooks.Http;
using LiteBooks.Http.Traffic;

namespace LiteBooks.OpenApi.Schemas;

/// <summary>The names that mean the same in every room.</summary>
internal static class Vocabulary
{
    private const string Path = "^/.*$";
    private const string Base64Url = "^[A-Za-z0-9_-]+$";

    public static IReadOnlyDictionary<string, Word> Words { get; } = new Dictionary<string, Word>
    {
        // What every resource has.
        ["id"] = new("What it is found by.") { Least = 1, IsReadOnly = true },
        ["created_at"] = new("When it was added.") { IsReadOnly = true },
        ["updated_at"] = new("When it was last changed; null until the first change.") { IsReadOnly = true },
        ["is_recent"] = new("Whether the book was added less than 30 days ago.") { IsReadOnly = true },

        // What points to another.
        ["book_id"] = new("The book that it is about.") { Least = 1 },
        ["user_id"] = new("The user whose it is.") { Least = 1 },
        ["resource_id"] = new("The id of the resource.") { Least = 1 },
        ["report_id"] = new("The id of the report.") { Least = 1 },
        ["audit_id"] = new("The id of the entry.") { Least = 1 },
        ["existing_id"] = new("The id of what exists already.") { Least = 1 },

        // Lists.
        ["items"] = new("The items, in the order that was asked for.") { MostItems = PageRequest.MostPerPage },
        ["users"] = new("The users, in the order in which they were added.") { MostItems = PageRequest.MostPerPage },
        ["data"] = new("What was asked for.") { MostItems = PageRequest.MostPerPage },
        ["page"] = new("Which page this is, counted from 1.") { Least = 1 },
        ["per_page"] = new("How many items a page has at most.") { Least = 1, Most = PageRequest.MostPerPage },
        ["total"] = new("How many there are on all pages.") { Least = 0 },
        ["total_pages"] = new("How many pages there are.") { Least = 0 },
        ["has_next"] = new("Whether there is a page after this one."),
        ["has_prev"] = new("Whether there is a page before this one."),
        ["next_cursor"] = new("Goes on from here; null at the end.") { Longest = ServerLimits.RequestLineBytes, Pattern = Base64Url },
        ["prev_cursor"] = new("Goes back from here; null at the beginning.") { Longest = ServerLimits.RequestLineBytes, Pattern = Base64Url },
        ["count"] = new("How many there are.") { Least = 0 },
        ["value"] = new("The value that is counted."),

        // Books.
        ["title"] = new("The title."),
        ["author_name"] = new("The author's name."),
        ["genre"] = new("The genre, such as `science-fiction`."),
        ["genres"] = new("Any of these genres.") { MostItems = int.MaxValue },
        ["published_year"] = new("The year of publication."),
        ["price"] = new("The price of one copy, with at most two decimals."),
        ["description"] = new("What the book is about."),
        ["tags"] = new("Words to find the book by.") { MostItems = QueryReader.MostValues },
        ["page_count"] = new("How many pages the book has."),
        ["status"] = new("How things stand.") { Least = 400, Most = 599 },
        ["isbn"] = new("The ISBN-10 or ISBN-13."),
        ["isbn10"] = new("The ISBN-10, without hyphens.") { Longest = 10, Pattern = "^[0-9]{9}[0-9X]$" },
        ["isbn13"] = new("The ISBN-13, without hyphens.") { Longest = 13, Pattern = "^97[89][0-9]{10}$" },
        ["valid"] = new("Whether it is an ISBN with the right check digit."),
        ["supplier"] = new("Where copies are bought."),
        ["internal_notes"] = new("Notes that only administrators see."),
        ["ids"] = new("The ids."),
        ["decade"] = new("The first year of the ten.") { Least = 1000, Most = 9990 },
        ["decades"] = new("By decade of publication.") { MostItems = 901 },
        ["statuses"] = new("By status.") { MostItems = QueryReader.MostValues },
        ["price_bands"] = new("By price.") { MostItems = 7 },
        ["min"] = new("The lowest price that belongs to it.") { Least = 0 },
        ["max"] = new("The price below which it ends.") { Least = 0 },
        ["amount"] = new("The price of one copy, with at most two decimals."),
        ["currency"] = new("The catalogue's currency (ISO 4217).") { Longest = 3 },
        ["average"] = new("The average of the ratings, of the reviews that were approved.") { Least = 1, Most = 5 },
        ["self"] = new("The resource itself.") { Pattern = Path },
        ["reviews"] = new("Its reviews.") { Pattern = Path },
        ["author"] = new("The author."),
        ["created"] = new("What was added.") { MostItems = 100 },
        ["deleted"] = new("How many were deleted.") { Least = 0, Most = 100 },
        ["not_found"] = new("The ids that nothing had.") { MostItems = 100 },
        ["index"] = new("Its place in the request, counted from 0.") { Least = 0, Most = 99 },

        // Filters, as they were applied.
        ["search"] = new("Part of the title or of the author's name.") { Longest = QueryReader.LongestText },
        ["authors"] = new("Part of the author's name, any of these.") { MostItems = QueryReader.MostValues },
        ["any_tags"] = new("Any of these tags.") { MostItems = QueryReader.MostValues },
        ["in_stock"] = new("Whether there are copies to sell."),
        ["min_price"] = new("The lowest price, inclusive.") { Least = 0 },
        ["max_price"] = new("The highest price, inclusive.") { Least = 0 },
        ["published_after"] = new("The first year of publication, inclusive."),
        ["published_before"] = new("The last year of publication, inclusive."),
        ["sort_by"] = new("What the list is sorted by."),
        ["sort_order"] = new("The direction of the sort."),

        // Authors.
        ["name"] = new("The name."),
        ["bio"] = new("Who the author is."),
        ["nationality"] = new("The author's nationality."),
        ["book_count"] = new("How many books of the author are in the catalogue.") { Least = 0, IsReadOnly = true },
        ["contact"] = new("How to reach the author; null where nothing is known."),
        ["phone"] = new("The telephone number.") { Longest = 17 },
        ["address"] = new("The postal address; null where there is none."),
        ["street"] = new("The street, and the number in it."),
        ["city"] = new("The city."),
        ["state"] = new("The state, in two letters.") { Longest = 2 },
        ["zip_code"] = new("The ZIP code.") { Longest = 10 },
        ["country"] = new("The country."),

        // Reviews.
        ["rating"] = new("How good the book is, from 1 to 5.") { Least = 1, Most = 5 },
        ["body"] = new("The review itself."),
        ["reviewer_name"] = new("The name that the review goes under."),
        ["average_rating"] = new("The average of the ratings of all reviews of the book that were approved; null while there is none.") { Least = 1, Most = 5 },
        ["rating_count"] = new("How many reviews count in the average.") { Least = 0 },

        // Users.
        ["username"] = new("The name that the user signs in with."),
        ["password"] = new("The password."),
        ["current_password"] = new("The password until now."),
        ["new_password"] = new("The password from now on."),
        ["full_name"] = new("The user's name."),
        ["email"] = new("The user's e-mail address."),
        ["user"] = new("The user's name.") { Longest = 50 },
        ["access_token"] = new("The token, a JSON Web Token in its compact form.") { Longest = 4096, Pattern = @"^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$" },
        ["expires_in"] = new("How long it is good, in seconds.") { Least = 1 },

        // Orders and reports.
        ["quantity"] = new("How many copies.") { Least = 1 },
        ["unit_price"] = new("The price of one copy on the day of the order.") { Least = 0 },
        ["stock_quantity"] = new("How many copies there are to sell.") { Least = 0 },
        ["report_type"] = new("What the report is about."),
        ["check_status_url"] = new("Where the report is to be found.") { Pattern = Path },
        ["totals"] = new("Single figures by their names; null where there is none to be had."),
        ["series"] = new("Figures that belong together, to be drawn.") { MostItems = int.MaxValue },
        ["points"] = new("The figures in their order.") { MostItems = int.MaxValue },

        // Problems.
        ["type"] = new("The kind of problem: the path of a page that explains it.") { Longest = 64, Pattern = "^/problems/[a-z-]+$" },
        ["code"] = new("A stable name, for programs.") { Longest = 64, Pattern = "^[a-z0-9_]+$" },
        ["field"] = new("The path of the member or the name of the parameter."),
        ["message"] = new("What there is to say, for people."),
        ["error"] = new("What is wrong, for people."),
        ["errors"] = new("Everything that is wrong.") { MostItems = Faults.Most },
        ["instance"] = new("The path of the request.") { Longest = ServerLimits.RequestLineBytes, Pattern = Path },
        ["request_id"] = new("The request that it came in, as in its X-Request-ID.") { Longest = 64, Pattern = "^[A-Za-z0-9._-]{1,64}$" },
        ["timestamp"] = new("When it happened.") { Least = 0 },
        ["version"] = new("The program's version.") { Longest = 64 },
    };
}

using System.Text.Json;
using System.Text.Json.Nodes;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Reviews;

/// <summary>A claimed server with an administrator, an editor and two viewers, each signed in once.</summary>
public class ReviewFixture : AppFixture
{
    internal Person Admin { get; private set; } = null!;

    internal Person Editor { get; private set; } = null!;

    internal Person Ann { get; private set; } = null!;

    internal Person Ben { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Admin = await Add("root_of_all", "admin");
        Editor = await Add("edith", "editor", Admin.Token);
        Ann = await Add("ann", "viewer", Admin.Token);
        Ben = await Add("ben", "viewer", Admin.Token);
    }

    internal Person Named(string name) => name switch
    {
        "admin" => Admin,
        "editor" => Editor,
        "ann" => Ann,
        _ => Ben,
    };

    internal async Task<long> NewBook() => (await Api.Post(Api.Books, TestBooks.Minimal(), Editor.Token)).ShouldBe(201).Json.Id();

    /// <summary>A pending review of a book of its own.</summary>
    internal async Task<Answer> NewReview(Person author, long? book = null, JsonObject? review = null) =>
        (await Api.Post(TestReviews.Of(book ?? await NewBook()), review ?? TestReviews.Full(), author.Token)).ShouldBe(201);

    /// <summary>A review of which an editor has decided that it is <c>approved</c> or <c>rejected</c>, or not yet: <c>pending</c>.</summary>
    internal async Task<JsonElement> NewReview(Person author, string status, long? book = null, JsonObject? review = null)
    {
        var created = (await NewReview(author, book, review)).Json;
        return status == "pending" ? created : (await Api.Patch(TestReviews.At(created), TestReviews.Status(status), Editor.Token)).ShouldBe(200).Json;
    }

    /// <summary>A book with approved reviews of these ratings, in this order.</summary>
    internal async Task<(long Book, IReadOnlyList<long> Reviews)> NewShelf(params int[] ratings)
    {
        var (book, reviews) = (await NewBook(), new List<long>());
        foreach (var rating in ratings)
            reviews.Add((await NewReview(Ann, "approved", book, TestReviews.Minimal(rating))).Id());
        return (book, reviews);
    }

    internal async Task<Person> Add(string username, string role, params (string Name, string Value)[] by)
    {
        const string password = "correct horse";
        var user = new JsonObject { ["username"] = username, ["email"] = username + "@example.org", ["full_name"] = username, ["role"] = role, ["password"] = password };
        var id = (await Api.Post("/api/v1/users", user, by)).ShouldBe(201).Json.Id();
        using var form = new FormUrlEncodedContent([new("username", username), new("password", password)]);
        var token = (await Api.Send(HttpMethod.Post, "/auth/token", form)).ShouldBe(200).Json.Text("access_token");
        return new Person(id, username, ("Authorization", "Bearer " + token));
    }
}

/// <summary>A user, and the header that makes a request its.</summary>
internal sealed record Person(long Id, string Username, (string Name, string Value) Token);

using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using LiteBooks.Http;
using LiteBooks.Http.Answers;
using LiteBooks.Http.Description;

namespace LiteBooks.Users;

/// <summary>A user to be added. The first one claims the server, and has to be an admin.</summary>
[Example("""{ "username": "ada", "email": "ada@example.org", "full_name": "Ada Lovelace", "role": "editor", "password": "analytical engine" }""")]
public sealed record CreateUser
{
    /// <summary>Letters, digits and underscores; unique, whatever the case.</summary>
    [Required, StringLength(UserLimits.Username, MinimumLength = UserLimits.ShortestUsername), RegularExpression(UserLimits.UsernameForm)]
    public string? Username { get; init; }

    /// <summary>Unique, whatever the case.</summary>
    [Required, EmailAddress, StringLength(UserLimits.Email, MinimumLength = 3)]
    public string? Email { get; init; }

    [Required, StringLength(UserLimits.FullName, MinimumLength = 1)]
    public string? FullName { get; init; }

    /// <summary>What the user may do; `viewer` if it is absent.</summary>
    [OneOf(typeof(Roles))]
    public string? Role { get; init; }

    /// <summary>In no answer, ever.</summary>
    [Required, StringLength(UserLimits.Password, MinimumLength = UserLimits.ShortestPassword)]
    public string? Password { get; init; }

    public static CreateUser Read(ObjectReader body) => new()
    {
        Username = body.Text("username").Or(null),
        Email = body.Text("email").Or(null),
        FullName = body.Text("full_name").Or(null),
        Role = body.Text("role").Or(null) ?? Roles.Viewer,
        Password = body.Text("password").Or(null),
    };

    // Not the password, wherever this is printed.
    public override string ToString() => $"{nameof(CreateUser)} {Username}";
}

/// <summary>Changes to a user, as a JSON merge patch (RFC 7396): what is absent stays.</summary>
[PatchOf(typeof(CreateUser))]
[Example("""{ "role": "viewer", "is_active": false }""")]
public sealed record UpdateUser
{
    public Optional<string?> Username { get; init; }
    public Optional<string?> Email { get; init; }
    public Optional<string?> FullName { get; init; }

    /// <summary>What the user may do.</summary>
    [Required, OneOf(typeof(Roles))]
    public Optional<string?> Role { get; init; }
    public Optional<string?> Password { get; init; }

    /// <summary>Whether the user may sign in; `false` ends all its tokens at once.</summary>
    [Required]
    public Optional<bool?> IsActive { get; init; }

    public static UpdateUser Read(ObjectReader body) => new()
    {
        Username = body.Text("username"),
        Email = body.Text("email"),
        FullName = body.Text("full_name"),
        Role = body.Text("role"),
        Password = body.Text("password"),
        IsActive = body.Switch("is_active"),
    };

    // Not the password, wherever this is printed.
    public override string ToString() => nameof(UpdateUser);
}

/// <summary>A user, as an administrator sees it.</summary>
[Example(Sample)]
[Shows(typeof(CreateUser))]
public sealed record UserResponse
{
    internal const string Sample = """
        {
          "id": 2,
          "username": "ada",
          "email": "ada@example.org",
          "full_name": "Ada Lovelace",
          "role": "editor",
          "is_active": true,
          "created_at": "2026-11-23T20:20:00.123Z",
          "updated_at": null
        }
        """;

    public required long Id { get; init; }
    public required string Username { get; init; }
    public required string Email { get; init; }
    public required string FullName { get; init; }

    /// <summary>What the user may do.</summary>
    [OneOf(typeof(Roles))]
    public required string Role { get; init; }

    /// <summary>Whether the user may sign in.</summary>
    public required bool IsActive { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null until the first change.</summary>
    public required DateTimeOffset? UpdatedAt { get; init; }

    public static UserResponse From(UserRow row) => new()
    {
        Id = row.Id,
        Username = row.Username,
        Email = row.Email,
        FullName = row.FullName,
        Role = row.Role,
        IsActive = row.IsActive,
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt),
        UpdatedAt = row.UpdatedAt is { } updated ? DateTimeOffset.FromUnixTimeMilliseconds(updated) : null,
    };
}

/// <summary>One page of users, in the order in which they were added.</summary>
[Listing("users", typeof(UserResponse))]
[Example($$"""{ "users": [{{UserResponse.Sample}}], "total": 2, "page": 2, "per_page": 1 }""")]
public sealed record UserList : IHasLinks
{
    public required IReadOnlyList<UserResponse> Users { get; init; }

    /// <summary>Users that match the filters, on all pages.</summary>
    public required long Total { get; init; }
    public required long Page { get; init; }
    public required int PerPage { get; init; }

    public void AddLinks(HttpContext context) => Links.AddPages(context, Page, new PageRequest(Page, PerPage).PagesOf(Total), Total);
}

/// <summary>How users are written as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(Rfc3339Converter)])]
[JsonSerializable(typeof(UserResponse))]
[JsonSerializable(typeof(UserList))]
[JsonSerializable(typeof(TokenAnswer))]
internal sealed partial class UserJson : JsonSerializerContext;

using LiteBooks.Data;
using LiteBooks.Http;
using LiteBooks.Http.Description;

namespace LiteBooks.Users;

/// <summary>What a list of users is asked for.</summary>
public sealed record UserQuery
{
    public string? Role { get; init; }
    public bool? IsActive { get; init; }
    public PageRequest Page { get; init; } = PageRequest.First;

    public static Outcome<UserQuery> Read(IQueryCollection parameters)
    {
        var read = new QueryReader(parameters, new Faults());
        var query = new UserQuery
        {
            Role = read.Filter("role") is { } role ? read.ListedOrFault("role", role, Roles.All) : null,
            IsActive = read.Switch("is_active"),
            Page = read.Page(),
        };
        return read.Faults.Any ? read.Faults.ToFailure() : query;
    }

    public SqlFilter Filter()
    {
        var where = new SqlFilter();
        if (Role is { } role)
            where.Add($"role = {role}");
        if (IsActive is { } active)
            where.Add($"is_active = {(active ? 1L : 0L)}");
        return where;
    }

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        QueryParameter.Choice("role", "Only users with this role.", Roles.All),
        QueryParameter.Switch("is_active", "`true`: only users who may sign in; `false`: only those who may not."),
        .. QueryParameter.Paging("Users"),
    ];
}

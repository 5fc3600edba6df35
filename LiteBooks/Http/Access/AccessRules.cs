namespace LiteBooks.Http.Access;

/// <summary>Says beside a route who may use it. A route that says nothing is open to nobody.</summary>
public static class AccessRules
{
    /// <summary>Everybody, unless the setting Auth:AnonymousRead wants a token even for reading.</summary>
    public static TBuilder ForReaders<TBuilder>(this TBuilder routes) where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new AccessRequirement(null));

    public static TBuilder ForViewers<TBuilder>(this TBuilder routes) where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new AccessRequirement(Roles.Viewer));

    public static TBuilder ForEditors<TBuilder>(this TBuilder routes) where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new AccessRequirement(Roles.Editor));

    public static TBuilder ForAdmins<TBuilder>(this TBuilder routes) where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new AccessRequirement(Roles.Admin));

    /// <summary>Admins, and whoever asks from an address in the setting Metrics:AllowFrom.</summary>
    public static TBuilder ForOperators<TBuilder>(this TBuilder routes) where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new AccessRequirement(Roles.Admin, OrByAddress: true));

    /// <summary>Everybody, always: what says nothing of the catalogue.</summary>
    public static TBuilder ForEverybody<TBuilder>(this TBuilder routes) where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new OpenToEverybody());

    /// <summary>A POST that changes nothing, and so works on a server that was started read-only.</summary>
    public static TBuilder ThatChangesNothing<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new ChangesNothing());

    /// <summary>What it answers is for the caller alone, and no cache may keep it.</summary>
    public static TBuilder Confidential<TBuilder>(this TBuilder routes) where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new IsConfidential());
}

/// <summary>The least role; null: everybody who may read. By address: the setting Metrics:AllowFrom.</summary>
public sealed record AccessRequirement(string? Role, bool OrByAddress = false);

public sealed record OpenToEverybody;

public sealed record ChangesNothing;

public sealed record IsConfidential;

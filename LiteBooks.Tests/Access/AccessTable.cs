namespace LiteBooks.Tests.Access;

/// <summary>Who may do what: the status of every route and method for every kind of caller.</summary>
/// <remarks>
/// <c>{pending}</c> and <c>{approved}</c> are reviews by the viewer, <c>{me}</c> is the viewer itself and <c>{order}</c> its order, <c>{report}</c> is the admin's;
/// "other" is another viewer. The first two columns are a server without users, from its own machine and from elsewhere; all
/// others are a claimed one, where "local" and "remote" come without a token.
/// </remarks>
internal static class AccessTable
{
    public static readonly string[] Callers = ["open-local", "open-remote", "local", "remote", "viewer", "editor", "admin", "expired", "tampered", "disabled", "other"];

    private const string Text = """
        |                                          |                | open        | claimed                                              |
        | route                                    | body           | local remote| local remote viewer editor admin exp. tamp. dis. other|
        |------------------------------------------|----------------|-------------|------------------------------------------------------|
        | GET    /                                 |                | 200 200     | 200 200 200 200 200 200 200 200 200                  |
        | GET    /openapi.json                     |                | 200 200     | 200 200 200 200 200 200 200 200 200                  |
        | GET    /health                           |                | 200 200     | 200 200 200 200 200 200 200 200 200                  |
        | GET    /health/live                      |                | 200 200     | 200 200 200 200 200 200 200 200 200                  |
        | GET    /health/ready                     |                | 200 200     | 200 200 200 200 200 200 200 200 200                  |
        | GET    /internal/health                  |                | 200 401     | 200 401 403 403 200 401 401 401 403                  |
        | GET    /internal/metrics                 |                | 200 401     | 200 401 403 403 200 401 401 401 403                  |
        | GET    /metrics                          |                | 200 401     | 200 401 403 403 200 401 401 401 403                  |
        | GET    /docs                             |                | 200 200     | 200 200 200 200 200 200 200 200 200                  |
        | GET    /redoc                            |                | 200 200     | 200 200 200 200 200 200 200 200 200                  |
        | GET    /problems                         |                | 200 200     | 200 200 200 200 200 200 200 200 200                  |
        | GET    /problems/not-found               |                | 200 200     | 200 200 200 200 200 200 200 200 200                  |
        | POST   /auth/token                       | sign-in        | 401 401     | 200 200 200 200 200 200 200 200 200                  |
        | GET    /auth/me                          |                | 404 401     | 401 401 200 200 200 401 401 401 200                  |
        | POST   /auth/password                    | empty          | 404 401     | 401 401 422 422 422 401 401 401 422                  |

        | GET    /api/v1/books                     |                | 200 200     | 200 200 200 200 200 401 401 401 200                  |
        | HEAD   /api/v1/books                     |                | 200 200     | 200 200 200 200 200 401 401 401 200                  |
        | OPTIONS /api/v1/books                    |                | 204 204     | 204 204 204 204 204 204 204 204 204                  |
        | POST   /api/v1/books                     | book           | 201 401     | 401 401 403 201 201 401 401 401 403                  |
        | GET    /api/v1/books/cursor              |                | 200 200     | 200 200 200 200 200 401 401 401 200                  |
        | GET    /api/v1/books/search?q=ab         |                | 200 200     | 200 200 200 200 200 401 401 401 200                  |
        | GET    /api/v1/books/facets              |                | 200 200     | 200 200 200 200 200 401 401 401 200                  |
        | POST   /api/v1/books/bulk                | books          | 201 401     | 401 401 403 201 201 401 401 401 403                  |
        | POST   /api/v1/books/bulk-delete         | ids            | 200 401     | 401 401 403 200 200 401 401 401 403                  |
        | GET    /api/v1/books/{book}              |                | 200 200     | 200 200 200 200 200 401 401 401 200                  |
        | GET    /api/v1/books/{book}/summary      |                | 200 200     | 200 200 200 200 200 401 401 401 200                  |
        | GET    /api/v1/books/{book}/compact      |                | 200 200     | 200 200 200 200 200 401 401 401 200                  |
        | GET    /api/v1/books/{book}/minimal      |                | 200 200     | 200 200 200 200 200 401 401 401 200                  |
        | PUT    /api/v1/books/{book}              | book           | 200 401     | 401 401 403 200 200 401 401 401 403                  |
        | PATCH  /api/v1/books/{book}              | price          | 200 401     | 401 401 403 200 200 401 401 401 403                  |
        | POST   /api/v1/books/{book}/revert       | revert         | 200 401     | 401 401 403 200 200 401 401 401 403                  |
        | DELETE /api/v1/books/{book}              |                | 204 401     | 401 401 403 204 204 401 401 401 403                  |
        | GET    /api/v1/isbn/9780441013593        |                | 200 200     | 200 200 200 200 200 401 401 401 200                  |
        | GET    /api/v2/books                     |                | 200 200     | 200 200 200 200 200 401 401 401 200                  |
        | POST   /api/v2/books                     | book           | 201 401     | 401 401 403 201 201 401 401 401 403                  |
        | GET    /api/v2/books/{book}              |                | 200 200     | 200 200 200 200 200 401 401 401 200                  |
        | PUT    /api/v2/books/{book}              | book           | 200 401     | 401 401 403 200 200 401 401 401 403                  |
        | PATCH  /api/v2/books/{book}              | price          | 200 401     | 401 401 403 200 200 401 401 401 403                  |
        | DELETE /api/v2/books/{book}              |                | 204 401     | 401 401 403 204 204 401 401 401 403                  |
        | GET    /api/books                        |                | 200 200     | 200 200 200 200 200 401 401 401 200                  |
        | POST   /api/books                        | book           | 201 401     | 401 401 403 201 201 401 401 401 403                  |
        | DELETE /api/books/{book}                 |                | 204 401     | 401 401 403 204 204 401 401 401 403                  |

        | GET    /api/v1/authors                   |                | 200 200     | 200 200 200 200 200 401 401 401 200                  |
        | POST   /api/v1/authors                   | author         | 201 401     | 401 401 403 201 201 401 401 401 403                  |
        | GET    /api/v1/authors/{author}          |                | 200 200     | 200 200 200 200 200 401 401 401 200                  |
        | GET    /api/v1/authors/{author}/books    |                | 200 200     | 200 200 200 200 200 401 401 401 200                  |
        | PUT    /api/v1/authors/{author}          | author         | 200 401     | 401 401 403 200 200 401 401 401 403                  |
        | PATCH  /api/v1/authors/{author}          | bio            | 200 401     | 401 401 403 200 200 401 401 401 403                  |
        | DELETE /api/v1/authors/{author}          |                | 204 401     | 401 401 403 204 204 401 401 401 403                  |

        | GET    /api/v1/books/{book}/reviews      |                | 200 200     | 200 200 200 200 200 401 401 401 200                  |
        | POST   /api/v1/books/{book}/reviews      | review         | 201 401     | 401 401 201 201 201 401 401 401 201                  |
        | GET    /api/v1/reviews                   |                | 200 401     | 401 401 403 200 200 401 401 401 403                  |
        | GET    /api/v1/reviews/{pending}         |                | 200 404     | 404 404 200 200 200 401 401 401 404                  |
        | GET    /api/v1/reviews/{approved}        |                | 200 200     | 200 200 200 200 200 401 401 401 200                  |
        | PATCH  /api/v1/reviews/{pending}         | rating         | 200 401     | 401 401 200 200 200 401 401 401 404                  |
        | PATCH  /api/v1/reviews/{approved}        | rating         | 200 401     | 401 401 200 200 200 401 401 401 403                  |
        | PATCH  /api/v1/reviews/{pending}         | approve        | 200 401     | 401 401 403 200 200 401 401 401 404                  |
        | DELETE /api/v1/reviews/{pending}         |                | 204 401     | 401 401 204 204 204 401 401 401 404                  |
        | DELETE /api/v1/reviews/{approved}        |                | 204 401     | 401 401 204 204 204 401 401 401 403                  |

        | POST   /api/v1/reports                   | report         | 202 401     | 401 401 403 202 202 401 401 401 403                  |
        | GET    /api/v1/reports                   |                | 200 401     | 401 401 403 403 200 401 401 401 403                  |
        | GET    /api/v1/reports/{report}          |                | 200 401     | 401 401 403 404 200 401 401 401 403                  |
        | DELETE /api/v1/reports/{report}          |                | 204 401     | 401 401 403 403 204 401 401 401 403                  |

        | GET    /api/v1/users                     |                | 200 401     | 401 401 403 403 200 401 401 401 403                  |
        | POST   /api/v1/users                     | user           | 400 401     | 401 401 403 403 201 401 401 401 403                  |
        | GET    /api/v1/users/{user}              |                | 404 401     | 401 401 403 403 200 401 401 401 403                  |
        | PATCH  /api/v1/users/{user}              | name           | 404 401     | 401 401 403 403 200 401 401 401 403                  |
        | DELETE /api/v1/users/{user}              |                | 404 401     | 401 401 403 403 204 401 401 401 403                  |
        | GET    /api/v1/users/{me}/orders         |                | 404 401     | 401 401 200 403 200 401 401 401 403                  |
        | POST   /api/v1/users/{me}/orders         | order          | 404 401     | 401 401 201 403 201 401 401 401 403                  |
        | GET    /api/v1/users/{me}/orders/{order} |                | 404 401     | 401 401 200 403 200 401 401 401 403                  |
        | PATCH  /api/v1/users/{me}/orders/{order} | cancel         | 404 401     | 401 401 200 403 200 401 401 401 403                  |
        | PATCH  /api/v1/users/{me}/orders/{order} | pay            | 404 401     | 401 401 403 403 200 401 401 401 403                  |
        | GET    /api/v1/admin/books/{book}        |                | 200 401     | 401 401 403 403 200 401 401 401 403                  |
        | PATCH  /api/v1/admin/books/{book}        | cost           | 200 401     | 401 401 403 403 200 401 401 401 403                  |
        | GET    /api/v1/admin/audit               |                | 200 401     | 401 401 403 403 200 401 401 401 403                  |
        | GET    /api/v1/admin/activity            |                | 200 401     | 401 401 403 403 200 401 401 401 403                  |

        | GET    /nowhere                          |                | 404 404     | 404 404 404 404 404 404 404 404 404                  |
        | PUT    /api/v1/books                     | book           | 405 405     | 405 405 405 405 405 405 405 405 405                  |
        """;

    public static IReadOnlyList<AccessRow> Rows { get; } = [.. Text.ReplaceLineEndings("\n").Split('\n').Select(AccessRow.Parse).OfType<AccessRow>()];
}

/// <summary>A route, the body that it is sent, and the status for each of <see cref="AccessTable.Callers"/>.</summary>
internal sealed record AccessRow(string Method, string Path, string Body, IReadOnlyList<int> Statuses)
{
    public static AccessRow? Parse(string line)
    {
        if (line.Split('|', StringSplitOptions.TrimEntries) is not [_, var route, var body, var open, var claimed, _] || route.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var method, var path])
            return null;
        int[] statuses = [.. $"{open} {claimed}".Split(' ').Select(status => int.Parse(status, System.Globalization.CultureInfo.InvariantCulture))];
        return statuses.Length == AccessTable.Callers.Length ? new AccessRow(method, path, body, statuses) : throw new FormatException(line);
    }
}

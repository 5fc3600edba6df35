namespace LiteBooks.Http.Answers;

/// <summary>An answer that tells its neighbours in the headers, once it is certain that it is sent.</summary>
public interface IHasLinks
{
    void AddLinks(HttpContext context);
}

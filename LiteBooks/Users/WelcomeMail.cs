using LiteBooks.Data;

namespace LiteBooks.Users;

/// <summary>What a new user is told.</summary>
internal static class WelcomeMail
{
    public static Mail For(UserFields user) => new("welcome", user.FullName, user.Email, "Welcome to LiteBooks", $"""
        Hello {OneLine.Of(user.FullName)},

        an account was made for you. Your username is {user.Username}, and your role is {user.Role}.
        You were given your password by whoever made the account; change it when you first sign in.

        LiteBooks
        """);
}

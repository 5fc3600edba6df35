using Dapper;
using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>Takes e-mails in the transaction of their cause: they go out if it is committed, and never before.</summary>
public sealed class Outbox(TimeProvider clock)
{
    public void Add(SqliteConnection connection, Mail mail) => connection.Execute("""
        INSERT INTO outbox (kind, to_name, to_address, subject, body, created_at, next_at)
        VALUES (@Kind, @ToName, @ToAddress, @Subject, @Body, @Now, @Now)
        """, new MailValues(mail.Kind, mail.ToName, mail.ToAddress, mail.Subject, mail.Body, clock.GetUtcNow().ToUnixTimeMilliseconds()));
}

/// <summary>An e-mail in plain text.</summary>
/// <param name="Kind">What it is about, in snake_case, for the log.</param>
/// <param name="ToName">The recipient's name.</param>
/// <param name="ToAddress">The recipient's address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text.</param>
public sealed record Mail(string Kind, string ToName, string ToAddress, string Subject, string Body);

internal sealed record MailValues(string Kind, string ToName, string ToAddress, string Subject, string Body, long Now);

using System.Text;
using MimeKit;

namespace LiteBooks.Mailing;

/// <summary>
/// Who a mail is to, so that its reader sees the name that was typed: on one line, and encoded where it looks like an encoded
/// word (RFC 2047), which MimeKit would pass on to be decoded.
/// </summary>
internal static class ToHeader
{
    private const string WordBegins = "=?";

    // An encoded word has at most 75 characters, of which these are 60 in Base64.
    private const int MostBytes = 45;

    public static void Write(MimeMessage message, string name, string address)
    {
        var line = OneLine.Of(name);
        var to = new MailboxAddress(line, address);
        message.To.Add(to);
        if (line.Contains(WordBegins, StringComparison.Ordinal))
            message.Headers[message.Headers.IndexOf(HeaderId.To)].SetRawValue(Encoding.UTF8.GetBytes($" {Encode(line)}\r\n <{to.GetAddress(idnEncode: true)}>\r\n"));
    }

    private static string Encode(string name) =>
        string.Join("\r\n ", Pieces(name).Select(piece => $"=?utf-8?b?{Convert.ToBase64String(Encoding.UTF8.GetBytes(piece))}?="));

    // No character is torn.
    private static IEnumerable<string> Pieces(string name)
    {
        var piece = new StringBuilder();
        var bytes = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > MostBytes)
            {
                yield return piece.ToString();
                (piece, bytes) = (new StringBuilder(), 0);
            }
            piece.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }
        yield return piece.ToString();
    }
}

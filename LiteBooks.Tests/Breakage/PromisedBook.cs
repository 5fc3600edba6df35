using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Breakage;

/// <summary>A book that one client alone writes. Its states are numbered; null is that there is no such book.</summary>
internal sealed class PromisedBook
{
    public string Isbn { get; } = TestIsbn.Next();

    /// <summary>Known once an answer or the database has told it.</summary>
    public long? Id { get; set; }

    /// <summary>The state that was last acknowledged.</summary>
    public int? Sure { get; private set; }

    /// <summary>The state that was last asked for.</summary>
    public int? Asked { get; private set; }

    /// <summary>Whether no answer came to what was asked last, so that either state is right.</summary>
    public bool IsOpen { get; private set; }

    public void Ask(int? state) => (Asked, IsOpen) = (state, true);

    public void Acknowledge() => (Sure, IsOpen) = (Asked, false);

    public void Refuse() => IsOpen = false;

    /// <summary>Takes what the database holds for what is sure, if it is a state that there may be.</summary>
    public void Settle(int? actual, string where)
    {
        Assert.True(actual == Sure || (IsOpen && actual == Asked), $"{where}: the book {Isbn} ({Id}) is in state {actual?.ToString() ?? "none"}; acknowledged was {Sure?.ToString() ?? "none"}, asked for {Asked?.ToString() ?? "none"}, open: {IsOpen}.");
        (Sure, IsOpen) = (actual, false);
    }
}

namespace LiteBooks.Tests.Support;

/// <summary>A server that listens on an address of its own.</summary>
internal interface IRunningServer : IAsyncDisposable
{
    Uri Address { get; }
}

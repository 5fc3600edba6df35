namespace LiteBooks;

/// <summary>Which resource, and which version of it; versions count from 1.</summary>
public readonly record struct ResourceVersion(long Id, long Number);

namespace LiteBooks.Batch;

/// <summary>What is written again and again, one book each time.</summary>
internal interface IChange
{
    void Write();
}

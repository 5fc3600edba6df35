using System.IO.Hashing;
using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;

namespace LiteBooks.Micro;

/// <summary>What names the bytes of an answer in its entity tag. A page of twenty books has some 3,000.</summary>
[MemoryDiagnoser]
public class EntityTagDigest
{
    private byte[] _answer = [];

    [Params(300, 3_000)]
    public int Bytes { get; set; }

    [GlobalSetup]
    public void Make()
    {
        _answer = new byte[Bytes];
        new Random(42).NextBytes(_answer);
    }

    [Benchmark(Baseline = true)]
    public byte[] Sha256() => SHA256.HashData(_answer);

    [Benchmark]
    public ulong XxHash() => XxHash3.HashToUInt64(_answer);
}

using System.Text;
using LiteBooks.Log;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Log;

[Trait("Category", "InProcess")]
public sealed class BatchedOutputTests
{
    [Fact]
    public void Every_line_goes_out_whole_and_in_its_order()
    {
        using var target = new MemoryStream();
        using (var output = new BatchedOutput(target))
        {
            for (var i = 0; i < 10_000; i++)
                output.Add(Encoding.UTF8.GetBytes($"line {i}\n"));
        }

        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => $"line {i}"), Lines(target));
    }

    [Fact]
    public async Task A_line_goes_out_without_another_behind_it()
    {
        using var target = new SlowStream();
        using var output = new BatchedOutput(target);
        output.Add("alone\n"u8);

        await Eventually.Is(() => target.Text.Contains("alone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reader_that_hangs_holds_up_nobody_and_what_is_left_out_is_counted()
    {
        using var target = new SlowStream();
        using var output = new BatchedOutput(target);
        target.Hang();
        output.Add("before\n"u8);
        await Eventually.Is(() => target.IsHanging);
        var line = new byte[1024 * 1024];
        line.AsSpan().Fill((byte)'x');
        for (var i = 0; i < 7; i++)
            output.Add(line);
        target.GoOn();

        await Eventually.Is(() => target.Text.Contains("3 lines of the log were left out", StringComparison.Ordinal));
    }

    [Fact]
    public void A_closed_output_ends_nothing()
    {
        var output = new BatchedOutput(new ClosedStream());
        output.Add("lost\n"u8);
        output.Dispose();
    }

    private static string[] Lines(MemoryStream target) => Encoding.UTF8.GetString(target.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private sealed class SlowStream : MemoryStream
    {
        private readonly ManualResetEventSlim _mayWrite = new(true);
        private readonly StringBuilder _text = new();

        public volatile bool IsHanging;

        public string Text
        {
            get
            {
                lock (_text)
                    return _text.ToString();
            }
        }

        public void Hang() => _mayWrite.Reset();

        public void GoOn() => _mayWrite.Set();

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            IsHanging = !_mayWrite.IsSet;
            _mayWrite.Wait();
            lock (_text)
                _text.Append(Encoding.UTF8.GetString(buffer));
        }
    }

    private sealed class ClosedStream : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe");
    }
}

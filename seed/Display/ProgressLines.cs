using System.Globalization;

namespace LiteBooks.Seed.Display;

/// <summary>Writes a line whenever another tenth of the work is done.</summary>
internal sealed class ProgressLines(int total, TextWriter output) : IProgress<int>
{
    private long _done;

    public void Report(int value)
    {
        var before = Tenths;
        _done += value;
        if (Tenths > before)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Tenths * 10,3} %  {_done} books"));
    }

    private long Tenths => _done * 10 / total;
}

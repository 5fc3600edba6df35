using System.Diagnostics;

namespace LiteBooks.Operations;

/// <summary>How long the server has been up; a clock that is set meanwhile makes no difference.</summary>
public sealed class Uptime
{
    private readonly long _began = Stopwatch.GetTimestamp();

    public double Seconds => Math.Round(Stopwatch.GetElapsedTime(_began).TotalSeconds, 3);
}

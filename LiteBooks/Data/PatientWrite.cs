namespace LiteBooks.Data;

/// <summary>Stores what has already happened, and would be done again if it were not known: tried until the database can be written.</summary>
internal static class PatientWrite
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(5);

    /// <summary>Gives up with an <see cref="OperationCanceledException"/> only.</summary>
    public static async Task Store(Func<Task> write, TimeProvider clock, ILogger log, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await write();
                return;
            }
            catch (DatabaseUnavailableException e)
            {
                log.LogWarning(e, "What was done in the background cannot be stored now; it is tried again");
                await Task.Delay(BetweenTries, clock, cancel);
            }
        }
    }
}

using Microsoft.Data.Sqlite;

namespace LiteBooks.Data;

/// <summary>Backs the catalogue up into one file, beside whoever reads and writes it, without holding them up.</summary>
public sealed class CatalogueBackup(Settings settings)
{
    private readonly Connections _connections = new(settings);

    /// <summary>
    /// Writes the catalogue as it is now, proves the copy, and only then gives it its name. Throws <see cref="CannotStartException"/>
    /// with one clear line if that cannot be, and <see cref="OperationCanceledException"/> if it is given up; nothing is left behind then.
    /// </summary>
    /// <param name="file">Where to.</param>
    /// <param name="overwrite">Whether a file that is there may go.</param>
    public BackupWritten Write(string file, bool overwrite, CancellationToken cancel)
    {
        var target = RealPath.Of(file);
        RefuseTarget(target, overwrite);
        try
        {
            using var partial = new PartialFile(target);
            var held = Copy(partial, cancel);
            Prove(partial, cancel);
            partial.TakeName(overwrite);
            return new BackupWritten(target, new FileInfo(target).Length, held.Books);
        }
        catch (SqliteException e)
        {
            throw new CannotStartException($"The backup {target} could not be made: {SqliteErrors.Reason(e)}.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"The backup {target} could not be made: {e.Message}", e);
        }
    }

    private Holdings Copy(PartialFile partial, CancellationToken cancel)
    {
        using var source = _connections.OpenReader();
        if (AppliedMigrations.Of(source) is { None: true })
            throw new CannotStartException($"The database {_connections.Path} is not a LiteBooks catalogue.");
        return DatabaseCopy.Write(source, partial, cancel);
    }

    private static void Prove(PartialFile partial, CancellationToken cancel)
    {
        using var copy = Connections.OpenToLookAt(partial.Path);
        if (Soundness.Complaint(copy, cancel) is { } complaint)
            throw new CannotStartException($"The copy is not sound: {complaint}.");
    }

    private void RefuseTarget(string target, bool overwrite)
    {
        // Opening it would make it.
        if (!File.Exists(_connections.Path))
            throw new CannotStartException($"There is no database {_connections.Path}.");
        // Whatever it is called: under --force a backup would take the place of the file that the server writes.
        DatabaseFiles.Spare(target, _connections.Path);
        if (Directory.Exists(target))
            throw new CannotStartException($"{target} is a folder. Name a file in it.");
        if (Path.Exists(target) && !UnixCalls.IsFile(target))
            throw new CannotStartException($"{target} is no file, but a device or the like. Name a file.");
        if (!overwrite && File.Exists(target))
            throw new CannotStartException($"{target} is there already. Name another file, or give --force to replace it.");
    }
}

/// <summary>A backup that was made.</summary>
/// <param name="File">The absolute path.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Books">How many books it holds.</param>
public sealed record BackupWritten(string File, long Bytes, long Books);

using System;
using System.Collections.Generic;
using System.IO;

namespace PartnerCenterCart;

/// <summary>
/// A file that is written beside the one that it replaces, and takes its place in one step when it is whole; whatever ends it before
/// leaves the old file, or none. After a kill the next run writes over what was left beside it.
/// </summary>
internal sealed class ReplacedFile : IDisposable
{
    private readonly string file;
    private readonly string beside;
    private readonly bool overwrite;
    private readonly List<string> made = new();
    private FileStream? open;
    private bool isMine;

    /// <exception cref="PartnerException">InvalidInput: the file exists, or is a folder.</exception>
    public ReplacedFile(string file, bool overwrite)
    {
        this.file = file;
        this.overwrite = overwrite;
        beside = file + ".partial";
        ThrowIfTaken(file, overwrite);
    }

    /// <summary>Makes its folder; what takes long finds out early that it cannot be made.</summary>
    /// <exception cref="PartnerException">FileFailed.</exception>
    public void MakeFolder() => Guarded(() =>
    {
        for (DirectoryInfo? folder = Directory.GetParent(file); folder is { Exists: false }; folder = folder.Parent)
        {
            made.Add(folder.FullName);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
    });

    /// <summary>An empty file to write; called again, it begins anew.</summary>
    /// <exception cref="PartnerException">FileFailed.</exception>
    public FileStream Begin()
    {
        Guarded(() =>
        {
            if (open == null)
            {
                MakeFolder();

                // Shared with nobody: two runs must not write into each other.
                open = new FileStream(beside, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1 << 16);
                isMine = true;
            }

            open.SetLength(0);
            open.Position = 0;
        });
        return open!;
    }

    /// <summary>Puts the new file in its place.</summary>
    /// <exception cref="PartnerException">FileFailed; InvalidInput: the file was made meanwhile.</exception>
    public FileInfo Finish()
    {
        Guarded(() =>
        {
            open!.Flush(flushToDisk: true);
            open.Dispose();
        });
        ThrowIfTaken(file, overwrite);
        Guarded(() =>
        {
            if (File.Exists(file))
            {
                File.Replace(beside, file, null);
            }
            else
            {
                File.Move(beside, file);
            }

            isMine = false;
            made.Clear();
        });
        return new FileInfo(file);
    }

    /// <summary>Does something to the file; what the file system says against it becomes the one exception of this library.</summary>
    public void Guarded(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (IsOfFile(e))
        {
            throw Failed(e);
        }
    }

    /// <summary>Takes back what was not finished.</summary>
    public void Dispose()
    {
        try
        {
            open?.Dispose();
            if (isMine)
            {
                File.Delete(beside);
            }

            // Throws where somebody else has put something by now, and that stays.
            made.ForEach(Directory.Delete);
        }
        catch (Exception e) when (IsOfFile(e))
        {
            // What ended the run is the error to tell of; the next one writes over what is left.
        }
    }

    public PartnerException Failed(Exception cause) => new(PartnerErrorKind.FileFailed, $"'{file}' cannot be written: {cause.Message}", cause)
    {
        RecommendedAction = "Check the path, the permissions and the space that is left.",
        NothingWasDone = true,
    };

    private static bool IsOfFile(Exception e) => e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException or System.Security.SecurityException;

    /// <exception cref="PartnerException">InvalidInput: it exists, or is a folder.</exception>
    public static void ThrowIfTaken(string file, bool overwrite)
    {
        if (Directory.Exists(file))
        {
            throw PartnerException.InvalidInput($"'{file}' is a folder, and a file of that name is to be written.");
        }

        if (!overwrite && File.Exists(file))
        {
            throw PartnerException.InvalidInput($"'{file}' exists already.", "-Force replaces it.");
        }
    }
}

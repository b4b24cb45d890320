using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>
/// A body on its way to a file. It gathers in a file beside it, which takes the place of the old one in one step when all is
/// there; whatever ends it before leaves the old file, or none. After a kill the next download of the same file begins anew and
/// writes over what was left beside it.
/// </summary>
internal sealed class FileDownload : IAnswerSink, IDisposable
{
    private const int BufferSize = 80 * 1024;

    private readonly string file;
    private readonly string beside;
    private readonly bool overwrite;
    private readonly Action<long, long?>? progress;
    private readonly List<string> made = new();
    private FileStream? open;
    private bool isComplete;
    private bool isMine;

    /// <exception cref="PartnerException">InvalidInput: the file exists.</exception>
    public FileDownload(string file, bool overwrite, Action<long, long?>? progress = null)
    {
        this.file = file;
        this.overwrite = overwrite;
        this.progress = progress;
        beside = file + ".partial";
        ThrowIfTaken();
    }

    public async Task TakeAsync(PartnerAnswer answer, CancellationToken cancellationToken)
    {
        isComplete = false;
        FileStream target = Start();
        long? length = answer.Headers.TryGetValue("Content-Length", out string? text) && long.TryParse(text, out long bytes) ? bytes : null;
        var buffer = new byte[BufferSize];
        for (int read; (read = await answer.Body.ReadAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            OfFile(() => target.Write(buffer, 0, read));
            progress?.Invoke(target.Length, length);
        }

        isComplete = true;
    }

    /// <summary>Puts the new file in its place.</summary>
    /// <exception cref="PartnerException">FileFailed. UnreadableAnswer: nothing came.</exception>
    public FileInfo Finish()
    {
        if (open == null || !isComplete || open.Length == 0)
        {
            throw new PartnerException(PartnerErrorKind.UnreadableAnswer, $"The service sent an empty document for '{file}'.") { RecommendedAction = "Run it again later." };
        }

        OfFile(() =>
        {
            open.Flush(flushToDisk: true);
            open.Dispose();
        });
        ThrowIfTaken();
        OfFile(() =>
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
        });
        return new FileInfo(file);
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
                RemoveMadeFolders();
            }
        }
        catch (Exception e) when (IsOfFile(e))
        {
            // What ended the download is the error to tell of; the next one writes over what is left.
        }
    }

    /// <summary>The first try makes the file, each further one begins it anew.</summary>
    private FileStream Start()
    {
        OfFile(() =>
        {
            if (open == null)
            {
                MakeFolder();

                // Shared with nobody: two downloads of one file must not write into each other.
                open = new FileStream(beside, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
                isMine = true;
            }

            open.SetLength(0);
            open.Position = 0;
        });
        return open!;
    }

    private void MakeFolder()
    {
        for (DirectoryInfo? folder = Directory.GetParent(file); folder is { Exists: false }; folder = folder.Parent)
        {
            made.Add(folder.FullName);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
    }

    private void RemoveMadeFolders()
    {
        foreach (string folder in made)
        {
            // Throws where somebody else has put something by now, and that stays.
            Directory.Delete(folder);
        }
    }

    private void ThrowIfTaken()
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

    private void OfFile(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (IsOfFile(e))
        {
            throw new PartnerException(PartnerErrorKind.FileFailed, $"'{file}' cannot be written: {e.Message}", e)
            {
                RecommendedAction = "Check the path, the permissions and the space that is left.",
                NothingWasDone = true,
            };
        }
    }

    private static bool IsOfFile(Exception e) => e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException or System.Security.SecurityException;
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart;

/// <summary>
/// The file itself: held by one process at a time, appended to and never rewritten. Beside it lies a lock file with a copy of the
/// first line, so that a journal which lost everything still knows its id, and with it the request ids of what was sent.
/// </summary>
internal sealed class JournalFile : IDisposable
{
    private const string LockEnd = ".lock";

    private readonly object gate = new();
    private readonly FileStream owner;
    private readonly FileStream stream;
    private readonly GroupCommit commit;
    private long lines;

    private JournalFile(string path, FileStream owner, FileStream stream, JournalContent content, Action<FileStream>? flush)
    {
        Path = path;
        Content = content;
        this.owner = owner;
        this.stream = stream;
        lines = content.Lines;
        commit = new GroupCommit(stream, flush == null ? () => stream.Flush(flushToDisk: true) : () => flush(stream));
    }

    public string Path { get; }

    public JournalContent Content { get; }

    /// <summary>Opens a journal, or begins one.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="begin">Makes the first line where there is no journal yet.</param>
    /// <param name="flush">Takes the place of the flush to the disk, for tests; null for the real one.</param>
    /// <exception cref="PartnerException">JournalInUse; JournalDamaged; InvalidInput: a folder.</exception>
    public static JournalFile Open(string path, Func<JournalHeader> begin, Action<FileStream>? flush = null)
    {
        string full = System.IO.Path.GetFullPath(path);
        if (Directory.Exists(full))
        {
            throw PartnerException.InvalidInput($"'{full}' is a folder; the path of a file is expected for the journal.");
        }

        FileStream? owner = null;
        FileStream? stream = null;
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
            owner = Own(full);
            byte[] known = FirstLine(owner);
            if (known.Length > 0 && !File.Exists(full))
            {
                throw JournalFault.Gone(full);
            }

            stream = PrivateFile.Open(full, FileMode.OpenOrCreate, FileShare.Read);
            JournalContent content = JournalContent.Read(stream, full);
            if (content.Header == null)
            {
                content = Restore(stream, full, known, owner, begin);
            }
            else if (ReadAll(stream).Take((int)content.HeaderLength).ToArray() is var first && !first.SequenceEqual(known))
            {
                // Somebody tidied up, or put another journal here; the copy is needed when this one is lost.
                Replace(owner, first);
            }

            // The torn end goes: what is appended must not continue half a line.
            stream.SetLength(content.WholeLength);
            stream.Position = content.WholeLength;
            return new JournalFile(full, owner, stream, content, flush);
        }
        catch (Exception e)
        {
            stream?.Dispose();
            owner?.Dispose();
            throw e is IOException or UnauthorizedAccessException ? JournalFault.NotWritable(full, e) : e;
        }
    }

    /// <summary>The journal as it is now; null where there is none yet.</summary>
    /// <exception cref="PartnerException">JournalDamaged, also where the journal is gone and only its lock file is left.</exception>
    public static JournalContent? Find(string path)
    {
        string full = System.IO.Path.GetFullPath(path);
        if (File.Exists(full))
        {
            return Read(full);
        }

        try
        {
            using var owner = new FileStream(full + LockEnd, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return FirstLine(owner).Length == 0 ? null : throw JournalFault.Gone(full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // None, or one that a run holds just now: whoever opens the journal looks again.
            return null;
        }
    }

    /// <summary>Reads a journal that may be written at the same time.</summary>
    public static JournalContent Read(string path)
    {
        string full = System.IO.Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            throw new PartnerException(PartnerErrorKind.NotFound, $"There is no journal '{full}'.") { NothingWasDone = true };
        }

        try
        {
            using var stream = new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return JournalContent.Read(stream, full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PartnerException(PartnerErrorKind.JournalDamaged, $"The journal '{full}' cannot be read: {e.Message}", e) { NothingWasDone = true };
        }
    }

    /// <summary>Drops everything behind the header: the rows of a plan whose end never came to the disk.</summary>
    public void DropRows()
    {
        stream.SetLength(Content.HeaderLength);
        stream.Position = Content.HeaderLength;
        lines = 1;
        Content.ForgetRows();
    }

    /// <summary>Ends when the lines are on the disk.</summary>
    public async Task AppendAsync(IEnumerable<JObject> contents)
    {
        Task written;
        lock (gate)
        {
            // Numbers and order are one: both are given under this lock.
            using var bytes = new MemoryStream();
            foreach (JObject content in contents)
            {
                byte[] line = JournalLine.Write(lines++, content);
                bytes.Write(line, 0, line.Length);
            }

            written = commit.AppendAsync(bytes.ToArray());
        }

        try
        {
            await written.ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            throw JournalFault.NotWritable(Path, e);
        }
    }

    public void Dispose()
    {
        try
        {
            stream.Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // A full disk is told where it was written; here it must not hide that, nor keep the lock.
        }
        finally
        {
            owner.Dispose();
        }
    }

    private static FileStream Own(string path)
    {
        try
        {
            // The system lets go of it when the process ends, in whatever way; so the file itself may stay.
            return PrivateFile.Open(path + LockEnd, FileMode.OpenOrCreate, FileShare.None);
        }
        catch (IOException e) when (IsHeld(e))
        {
            throw JournalFault.InUse(path, e);
        }
    }

    // Sharing and lock violation of Windows; what flock says on Linux and on macOS.
    private static bool IsHeld(IOException e) => e.HResult is unchecked((int)0x80070020) or unchecked((int)0x80070021) or 11 or 35;

    private static JournalContent Restore(FileStream stream, string path, byte[] known, FileStream owner, Func<JournalHeader> begin)
    {
        byte[] left = ReadAll(stream);
        bool isBeginningOfKnown = known.Length > 0 && left.Length <= known.Length && left.SequenceEqual(known.Take(left.Length));
        byte[] first = isBeginningOfKnown ? known : JournalLine.Write(0, JournalContent.Object(JournalContent.HeaderKind, begin()));
        if (!isBeginningOfKnown && left.Length > 0)
        {
            throw JournalFault.Damaged(path, "its first line is not whole");
        }

        // The copy first: a journal is never without it.
        Replace(owner, first);
        Replace(stream, first);
        stream.Position = 0;
        return JournalContent.Read(stream, path);
    }

    private static void Replace(FileStream stream, byte[] bytes)
    {
        stream.SetLength(0);
        stream.Write(bytes, 0, bytes.Length);
        stream.Flush(flushToDisk: true);
    }

    // A copy that a crash left half is none.
    private static byte[] FirstLine(FileStream stream)
    {
        byte[] bytes = ReadAll(stream);
        bool isWhole = bytes.Length > 0 && bytes[bytes.Length - 1] == '\n' && JournalLine.Read(bytes, 0, bytes.Length - 1, 0) != null;
        return isWhole ? bytes : Array.Empty<byte>();
    }

    private static byte[] ReadAll(FileStream stream)
    {
        stream.Position = 0;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}

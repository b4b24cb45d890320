using System;
using System.Collections.Generic;
using System.IO;

namespace PartnerCenterCart.Emulation;

/// <summary>An append-only file of JSON lines. A process that is killed leaves at most a torn last line, which the reader drops.</summary>
internal sealed class FileStateLog : IStateLog
{
    private readonly object gate = new();
    private readonly string path;
    private FileStream? stream;

    public FileStateLog(string path)
    {
        this.path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(this.path)!);
    }

    public IEnumerable<string> ReadAll()
    {
        lock (gate)
        {
            return File.Exists(path) ? File.ReadAllLines(path, WireJson.Utf8) : [];
        }
    }

    public void Append(string line)
    {
        byte[] bytes = WireJson.Utf8.GetBytes(line + "\n");
        lock (gate)
        {
            stream ??= Open();
            stream.Write(bytes, 0, bytes.Length);
            // To the operating system, not to the disk: this survives a killed process, which is what it is for.
            stream.Flush();
        }
    }

    public void Replace(IEnumerable<string> lines)
    {
        lock (gate)
        {
            Close();
            // A second file and a rename: a kill in the middle leaves the old file whole.
            string fresh = path + ".new";
            File.WriteAllLines(fresh, lines, WireJson.Utf8);
            if (File.Exists(path))
            {
                File.Replace(fresh, path, null);
            }
            else
            {
                File.Move(fresh, path);
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            Close();
        }
    }

    private FileStream Open() => new(path, FileMode.Append, FileAccess.Write, FileShare.Read);

    private void Close()
    {
        stream?.Dispose();
        stream = null;
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>
/// An append-only file of JSON lines. A process that is killed leaves at most a torn last line, which the reader drops.
/// The first line says whose file it is: a path with a typing error must not cost somebody another file.
/// </summary>
internal sealed class FileStateLog : IStateLog
{
    /// <summary>First line of every state file.</summary>
    public const string Header = "{\"format\":\"PartnerCenterCart emulator state\",\"version\":1}";

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
            if (Directory.Exists(path))
            {
                throw new IOException($"'{path}' is a folder, not a state file.");
            }

            if (!File.Exists(path))
            {
                return [];
            }

            string[] lines = File.ReadAllLines(path, WireJson.Utf8);
            string first = lines.Length == 0 ? string.Empty : lines[0];

            // A process killed in its first write leaves a piece of the header and nothing else.
            bool torn = lines.Length <= 1 && Header.StartsWith(first, StringComparison.Ordinal);
            if (first != Header && !torn)
            {
                throw new IOException($"'{path}' is no state file of the emulator. It was left as it is.");
            }

            if (torn)
            {
                // The next line must not be appended to a piece of the header.
                File.WriteAllText(path, string.Empty);
                return [];
            }

            return lines.Skip(1);
        }
    }

    public void Append(string line)
    {
        byte[] bytes = WireJson.Utf8.GetBytes(line + "\n");
        lock (gate)
        {
            if (stream is null)
            {
                stream = Open();
                if (stream.Position == 0)
                {
                    bytes = WireJson.Utf8.GetBytes(Header + "\n" + line + "\n");
                }
            }

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
            File.WriteAllLines(fresh, lines.Prepend(Header), WireJson.Utf8);
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

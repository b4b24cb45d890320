using System.IO;

namespace PartnerCenterCart.Http;

/// <summary>A file that only this user may open.</summary>
internal sealed class PlainFile : ProtectedFile
{
    public PlainFile(string path)
        : base(path)
    {
    }

    public override string? Warning =>
        $"'{Path}' is protected by file permissions alone: this machine has neither a keychain nor a secret service. Whoever becomes this user, or root, can read it.";

    public override byte[]? Read() => File.Exists(Path) ? File.ReadAllBytes(Path) : null;

    public override void Write(byte[] content) => AtomicFile.Write(Path, content);

    public override void Clear() => File.Delete(Path);
}

using System.IO;
using System.Security.Cryptography;

namespace PartnerCenterCart.Http;

/// <summary>A file that DPAPI has encrypted for this user on this machine.</summary>
    internal sealed class DpapiFile : ProtectedFile
    {
        public DpapiFile(string path)
            : base(path)
        {
        }

#pragma warning disable CA1416 // Only made on Windows.
        public override byte[]? Read() =>
            File.Exists(Path) ? ProtectedData.Unprotect(File.ReadAllBytes(Path), null, DataProtectionScope.CurrentUser) : null;

        public override void Write(byte[] content) => AtomicFile.Write(Path, ProtectedData.Protect(content, null, DataProtectionScope.CurrentUser));
#pragma warning restore CA1416

        public override void Clear() => File.Delete(Path);
    }

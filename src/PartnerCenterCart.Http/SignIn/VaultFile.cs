using Microsoft.Identity.Client.Extensions.Msal;

namespace PartnerCenterCart.Http;

/// <summary>An entry of the keychain or the secret service.</summary>
internal sealed class VaultFile : ProtectedFile
{
    private const string Service = "PartnerCenterCart";

    private readonly Storage storage;

    public VaultFile(string path)
        : base(path)
    {
        // The secret lies in the vault under the name of the file; the file itself is a mark without content.
        StorageCreationProperties properties = new StorageCreationPropertiesBuilder(System.IO.Path.GetFileName(path), System.IO.Path.GetDirectoryName(path)!)
            .WithMacKeyChain(Service, path)
            .WithLinuxKeyring(
                "com.partnercentercart.tokens", MsalCacheHelper.LinuxKeyRingDefaultCollection, Service,
                new("module", Service), new("path", path))
            .Build();
        storage = Storage.Create(properties);
        storage.VerifyPersistence();
    }

    public override byte[]? Read() => storage.ReadData() is { Length: > 0 } content ? content : null;

    public override void Write(byte[] content) => storage.WriteData(content);

    public override void Clear() => storage.Clear();
}

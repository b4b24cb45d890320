using System;
using System.IO;
using System.Linq;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PartnerCenterCart.Commands;

/// <summary>Finds the certificate of an application and makes sure that it can sign.</summary>
internal static class CertificateSource
{
    public static X509Certificate2 FromThumbprint(string thumbprint)
    {
        string text = new(thumbprint.Where(char.IsLetterOrDigit).ToArray());
        var found = new[] { StoreLocation.CurrentUser, StoreLocation.LocalMachine }.SelectMany(location => Find(location, text));
        if (CertificateChoice.Of(found) is { } certificate)
        {
            return Loaded(certificate);
        }

        throw PartnerException.InvalidInput(
            $"No certificate with the thumbprint '{thumbprint}' is in the personal store of this user or of the machine.", "Get-ChildItem Cert:\\CurrentUser\\My lists those of the user; -CertificatePath takes a file.");
    }

    public static X509Certificate2 FromFile(string path, SecureString? password)
    {
        if (!File.Exists(path))
        {
            throw PartnerException.InvalidInput($"There is no certificate file '{path}'.");
        }

        try
        {
#pragma warning disable SYSLIB0057 // Its successor is not there on Windows PowerShell.
            return Loaded(password == null ? new X509Certificate2(path) : new X509Certificate2(path, password));
#pragma warning restore SYSLIB0057
        }
        catch (CryptographicException e)
        {
            throw PartnerException.InvalidInput($"The certificate file '{path}' cannot be opened: {e.Message}", "A PFX file and its -CertificatePassword are expected.");
        }
    }

    public static X509Certificate2 Usable(X509Certificate2 certificate) => certificate.HasPrivateKey
        ? certificate
        : throw PartnerException.InvalidInput($"The certificate {certificate.Thumbprint} has no private key here, so that it cannot sign.", "Import the PFX file, not the CER file.");

    // What is loaded here and of no use ends here.
    private static X509Certificate2 Loaded(X509Certificate2 certificate)
    {
        try
        {
            return Usable(certificate);
        }
        catch (PartnerException)
        {
            certificate.Dispose();
            throw;
        }
    }

    private static X509Certificate2[] Find(StoreLocation location, string thumbprint)
    {
        using var store = new X509Store(StoreName.My, location);
        try
        {
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
        }
        catch (CryptographicException)
        {
            // Linux has no store of the machine, and a new user none at all.
            return Array.Empty<X509Certificate2>();
        }

        return store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false).Cast<X509Certificate2>().ToArray();
    }
}

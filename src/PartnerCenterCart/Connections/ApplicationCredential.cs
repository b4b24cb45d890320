using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Commands;

/// <summary>What an application proves itself with, from the parameters of a cmdlet.</summary>
internal static class ApplicationCredential
{
    public static void Add(SignInOptions options, SignInCmdlet from)
    {
        options.ApplicationId = from.ApplicationId?.Trim();
        Demand(from);
        if (from.Credential is { } credential)
        {
            string user = credential.UserName.Trim();
            if (options.ApplicationId != null && Guid.TryParse(user, out Guid named) && Guid.TryParse(options.ApplicationId, out Guid id) && named != id)
            {
                throw PartnerException.InvalidInput($"-ApplicationId is {id}, but the user name of -Credential is {named}. Leave one of them out.");
            }

            options.ApplicationId ??= user;
            options.Secret = credential.GetNetworkCredential().Password is { Length: > 0 } secret
                ? secret
                : throw PartnerException.InvalidInput("-Credential has no password: the application's secret is expected there.");
        }
        else if (from.CertificateThumbprint != null)
        {
            options.Certificate = CertificateSource.FromThumbprint(from.CertificateThumbprint);
            options.OwnsCertificate = true;
        }
        else if (from.CertificatePath != null)
        {
            options.Certificate = CertificateSource.FromFile(FullPath(from, from.CertificatePath), from.CertificatePassword);
            options.OwnsCertificate = true;
        }
        else if (from.Certificate != null)
        {
            options.Certificate = CertificateSource.Usable(from.Certificate);
        }
        else if (from.FederatedTokenFile != null)
        {
            string path = FullPath(from, from.FederatedTokenFile);
            options.FederatedToken = _ => Task.FromResult(Read(path));
        }
        else if (from.FederatedToken != null)
        {
            string token = SecretText.Read(from.FederatedToken)?.Trim() is { Length: > 0 } text
                ? text
                : throw PartnerException.InvalidInput("-FederatedToken does not hold a token. A string or SecureString is expected.");
            options.FederatedToken = _ => Task.FromResult(token);
        }
    }

    /// <summary>One credential, not several that could mean different applications.</summary>
    private static void Demand(SignInCmdlet from)
    {
        var given = new Dictionary<string, object?>
        {
            ["-Credential"] = from.Credential,
            ["-CertificateThumbprint"] = from.CertificateThumbprint,
            ["-CertificatePath"] = from.CertificatePath,
            ["-Certificate"] = from.Certificate,
            ["-FederatedToken"] = from.FederatedToken,
            ["-FederatedTokenFile"] = from.FederatedTokenFile,
        };
        string[] names = given.Where(one => one.Value != null).Select(one => one.Key).ToArray();
        if (names.Length > 1)
        {
            throw PartnerException.InvalidInput($"{string.Join(" and ", names)} are both credentials of the application; give one of them.");
        }
    }

    private static string FullPath(SignInCmdlet from, string path) => from.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim() is { Length: > 0 } token
                ? token
                : throw PartnerException.InvalidInput($"The federated token file '{path}' is empty.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw PartnerException.InvalidInput($"The federated token file '{path}' cannot be read: {e.Message}");
        }
    }
}

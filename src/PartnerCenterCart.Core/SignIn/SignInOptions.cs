using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart;

/// <summary>What signing in needs to know; which members matter depends on the mode.</summary>
public sealed class SignInOptions
{
    /// <summary>
    /// The public application that the abandoned module signed people in with (the Azure CLI's), for those who have none.
    /// </summary>
    public const string DefaultApplicationId = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";

    /// <summary>How tokens are come by.</summary>
    public SignInMode Mode { get; set; }

    /// <summary>The cloud.</summary>
    public CloudEnvironment Environment { get; set; } = CloudEnvironment.Global;

    /// <summary>Takes the place of the cloud's own authority; https.</summary>
    public Uri? Authority { get; set; }

    /// <summary>The partner's tenant, id or domain; null leaves it to the person who signs in.</summary>
    public string? Tenant { get; set; }

    /// <summary>The person, by the name that is signed in with; needed where tokens of several are kept.</summary>
    public string? AccountId { get; set; }

    /// <summary>The application, or the client id of a user-assigned managed identity.</summary>
    public string? ApplicationId { get; set; }

    /// <summary>The application's secret.</summary>
    public string? Secret { get; set; }

    /// <summary>The application's certificate with its private key.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>Whether the certificate was loaded for this sign-in alone, and ends with it.</summary>
    public bool OwnsCertificate { get; set; }

    /// <summary>Gives the federated token that stands in for a credential; asked again for each exchange.</summary>
    public Func<CancellationToken, Task<string>>? FederatedToken { get; set; }

    /// <summary>The refresh token to begin with; null takes the store's.</summary>
    public StoredToken? RefreshToken { get; set; }

    /// <summary>Where the rotated refresh token goes; null for nowhere.</summary>
    public ITokenStore? Store { get; set; }

    /// <summary>Shows a person what to do: the device code message.</summary>
    public Func<string, CancellationToken, Task>? Prompt { get; set; }

    /// <summary>Opens an address in a browser; null for the system's.</summary>
    public Func<Uri, Task>? Browser { get; set; }

    /// <summary>Whether tokens are kept beyond the process, protected as the platform can.</summary>
    public bool PersistCache { get; set; }

    /// <summary>Hears what a person should know, such as a store that cannot protect its content.</summary>
    public Action<string>? Warn { get; set; }

    /// <summary>Takes the place of the network; disposed of with the sign-in.</summary>
    public HttpMessageHandler? Handler { get; set; }

    /// <summary>Time.</summary>
    public IClock Clock { get; set; } = new SystemClock();

    /// <summary>Whether an application signs in by itself, so that no token is a person's.</summary>
    public bool IsAppOnly => Mode is SignInMode.Application or SignInMode.ManagedIdentity;

    /// <summary>The refresh token in use: after a rotation, or from a store, it is another than the first.</summary>
    internal string? RefreshTokenInUse { get; set; }

    /// <summary>The federated token that was sent last.</summary>
    internal string? FederatedTokenInUse { get; set; }

    /// <summary>What must not be in any message.</summary>
    /// <summary>A text of others without the secrets that may be in it.</summary>
    internal string Hide(string text) => SignInFault.Clean(text, Secrets());

    internal IEnumerable<string> Secrets()
    {
        foreach (string? secret in new[] { Secret, RefreshToken?.RefreshToken, RefreshTokenInUse, FederatedTokenInUse })
        {
            if (!string.IsNullOrEmpty(secret))
            {
                yield return secret!;
            }
        }
    }
}

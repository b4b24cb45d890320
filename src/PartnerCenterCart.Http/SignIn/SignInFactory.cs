namespace PartnerCenterCart.Http;

/// <summary>What the module finds by name to sign in with.</summary>
public sealed class SignInFactory : ISignInFactory
{
    /// <inheritdoc/>
    public ISignIn Create(SignInOptions options) => options?.Mode switch
    {
        null => throw new System.ArgumentNullException(nameof(options)),
        SignInMode.ManagedIdentity => new ManagedIdentitySignIn(options),
        SignInMode.Application => new ApplicationSignIn(options),
        SignInMode.RefreshToken => new RefreshTokenSignIn(options),
        SignInMode.AuthorizationCode => new AuthorizationCodeSignIn(options),
        _ => new UserSignIn(options),
    };

    /// <inheritdoc/>
    public ITokenStore CreateFileStore(string path) => new FileTokenStore(ProtectedFile.At(path));
}

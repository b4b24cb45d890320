namespace PartnerCenterCart;

/// <summary>The private room's way in for signing in.</summary>
public interface ISignInFactory
{
    /// <summary>Checks the options and makes an identity; nothing is sent yet.</summary>
    /// <exception cref="PartnerException">InvalidInput.</exception>
    ISignIn Create(SignInOptions options);

    /// <summary>A file for a refresh token, protected as the platform can.</summary>
    /// <exception cref="PartnerException">InvalidInput: there can be no such file.</exception>
    ITokenStore CreateFileStore(string path);
}

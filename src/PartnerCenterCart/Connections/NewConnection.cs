using System;
using System.IO;
using PartnerCenterCart.Emulation;

namespace PartnerCenterCart.Commands;

/// <summary>Puts connections together: transport, client, and what is known of the token before anything is sent.</summary>
internal static class NewConnection
{
    private static string ClientName => "PartnerCenterCart/" + typeof(NewConnection).Assembly.GetName().Version!.ToString(3);

    /// <summary>With a token that the caller brought. What it says of itself is checked; an opaque one is taken as it is.</summary>
    public static PartnerContext WithToken(object? accessToken, CloudEnvironment cloud, string? tenant, string? endpoint, PartnerContextScope scope, string locale)
    {
        FixedToken token = FixedToken.From(accessToken);
        if (token.Claims is { } claims)
        {
            TokenCheck.Demand(claims, cloud, tenant, DateTimeOffset.UtcNow);
        }

        PartnerContext context = ToService(token, cloud, endpoint, PartnerContextKind.AccessToken, scope, locale);
        context.Tenant = tenant;
        if (token.Claims != null)
        {
            SignedInConnection.Describe(context, token.Claims);

            // One that does not even say whom it is for is not the service's own kind; as before, the first command tells.
            context.CanBeConfirmed = token.Claims.Audiences.Count > 0;
        }

        return context;
    }

    public static PartnerContext WithSignIn(SignInOptions options, string? endpoint, PartnerContextScope scope, string locale)
    {
        PartnerTokenKind whose = options.IsAppOnly ? PartnerTokenKind.AppOnly : PartnerTokenKind.AppUser;
        var source = new SignInTokenSource(PrivateRoom.SignIn.Create(options), options.Clock, whose, options.Warn);
        PartnerContext context = ToService(source, options.Environment, endpoint, KindOf(options.Mode), scope, locale);
        context.TokenSource = source;
        context.TokenKind = whose;
        context.Tenant = options.Tenant;
        context.ApplicationId = options.ApplicationId;
        context.GivenRefreshTokenIssuedAt = options.RefreshToken?.IssuedAt;
        context.CanBeConfirmed = true;
        return context;
    }

    public static PartnerContext ToEmulator(string? statePath, PartnerContextScope scope, string locale)
    {
        PartnerCenterEmulator emulator;
        try
        {
            emulator = new PartnerCenterEmulator(new EmulatorOptions { StatePath = statePath });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw PartnerException.InvalidInput($"The state file '{statePath}' cannot be used: {e.Message}");
        }

        var options = new TransportOptions
        {
            Endpoint = new Uri("http://localhost"),
            TokenSource = FixedToken.From("emulator"),
            Handler = emulator.CreateHandler(),
            Clock = new EmulatorClock(emulator),
            ClientName = ClientName,
        };
        var client = new PartnerClient(PrivateRoom.CreateTransport(options), options.Clock);
        return new PartnerContext(client, options.Endpoint, PartnerContextKind.Emulator, scope, locale, statePath, emulator);
    }

    private static PartnerContext ToService(IPartnerTokenSource tokens, CloudEnvironment cloud, string? endpoint, PartnerContextKind kind, PartnerContextScope scope, string locale)
    {
        PartnerContext? context = null;
        var options = new TransportOptions
        {
            PartnerTenant = () => context?.Tenant,
            Endpoint = string.IsNullOrWhiteSpace(endpoint) ? cloud.Endpoint : EndpointRule.Parse(endpoint),
            TokenSource = tokens,
            ClientName = ClientName,
        };
        var client = new PartnerClient(PrivateRoom.CreateTransport(options), options.Clock);
        return context = new PartnerContext(client, options.Endpoint, kind, scope, locale, null, null) { Environment = cloud };
    }

    private static PartnerContextKind KindOf(SignInMode mode) => mode switch
    {
        SignInMode.Application => PartnerContextKind.Application,
        SignInMode.ManagedIdentity => PartnerContextKind.ManagedIdentity,
        SignInMode.RefreshToken => PartnerContextKind.RefreshToken,
        _ => PartnerContextKind.User,
    };
}

using System;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Commands;

/// <summary>Confirms a new connection with one call, and puts on it what the token and the answer tell.</summary>
internal static class SignedInConnection
{
    /// <returns>What the user must be told; null for nothing.</returns>
    public static async Task<string?> ConfirmAsync(PartnerContext context, PartnerClient client, CancellationToken cancellationToken)
    {
        if (context.TokenSource is { } source)
        {
            // First by itself: what is wrong with the sign-in is told in its own words.
            await SignInAsync(context, source, cancellationToken).ConfigureAwait(false);
        }

        ConnectionCheck check = await ConnectionCheck.RunAsync(client, cancellationToken).ConfigureAwait(false);
        context.Currency = check.Currency;
        context.HasMfa = context.TokenKind == PartnerTokenKind.AppOnly ? null : check.HasMfa ?? context.HasMfa;
        return check.Doubt == null ? null : "The connection is made, but could not be confirmed. " + check.Doubt;
    }

    /// <summary>Gets the first token and looks into it.</summary>
    public static async Task<TokenAnswer> SignInAsync(PartnerContext context, SignInTokenSource source, CancellationToken cancellationToken)
    {
        TokenAnswer answer = await source.AnswerAsync(TokenResource.PartnerCenter, null, cancellationToken).ConfigureAwait(false);
        if (TokenClaims.Read(answer.AccessToken) is { } claims)
        {
            TokenCheck.Demand(claims, context.Environment, context.Tenant, DateTimeOffset.MinValue);
            Describe(context, claims);
        }

        context.Tenant ??= answer.Tenant;
        context.Account ??= answer.Account;
        return answer;
    }

    public static void Describe(PartnerContext context, TokenClaims claims)
    {
        context.Tenant = claims.Tenant ?? context.Tenant;
        context.Account = claims.Account;
        context.ApplicationId ??= claims.ApplicationId;
        context.Country = claims.TenantCountry;
        context.HasMfa = claims.Kind == PartnerTokenKind.AppOnly ? null : claims.HasMfa;
        context.TokenKind = claims.Kind == PartnerTokenKind.Unknown ? context.TokenKind : claims.Kind;
    }

    /// <summary>What is worth a warning about a connection that was made.</summary>
    public static string[] Warnings(PartnerContext context, DateTimeOffset now)
    {
        string? mfa = context.HasMfa == false
            ? "The token carries no multi-factor authentication; Partner Center has refused such App+User calls (401/900421) since April 2026. " + SignInCodes.MfaRemedy
            : null;
        string? age = RefreshTokenLife.Warning(context.RefreshTokenIssuedAt, now);
        return Array.FindAll([mfa, age], text => text != null)!;
    }
}

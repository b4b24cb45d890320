using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart;

/// <summary>
/// One cloud: where to sign in, where calls go, and which audience a token needs (contract: behaviours.md, section 1).
/// </summary>
public sealed class CloudEnvironment
{
    private const string Service = "https://api.partnercenter.microsoft.com";

    private CloudEnvironment(string name, string authority, string service, string graph, string? priceSheet, bool hasReconciliation)
    {
        Name = name;
        Authority = new Uri(authority);
        Endpoint = new Uri(service);
        Audience = service;
        GraphAudience = graph;
        PriceSheetAudience = priceSheet;
        HasGraphReconciliation = hasReconciliation;
    }

    /// <summary>The worldwide cloud.</summary>
    public static CloudEnvironment Global { get; } =
        new("GlobalCloud", "https://login.microsoftonline.com", Service, "https://graph.microsoft.com", "https://api.partner.microsoft.com", true);

    /// <summary>
    /// China, operated by 21Vianet. The older login.chinacloudapi.cn is an alias of the authority here.
    /// </summary>
    public static CloudEnvironment China { get; } = new(
        "ChinaCloud", "https://login.partner.microsoftonline.cn", "https://partner.partnercenterapi.microsoftonline.cn", "https://microsoftgraph.chinacloudapi.cn", null, false);

    /// <summary>US Government: the global service, signed in to elsewhere, with a tenant and an application of its own.</summary>
    public static CloudEnvironment USGovernment { get; } =
        new("USGovernmentCloud", "https://login.microsoftonline.us", Service, "https://graph.microsoft.us", null, false);

    /// <summary>All that can be connected to.</summary>
    public static IReadOnlyList<CloudEnvironment> All { get; } = new[] { Global, China, USGovernment };

    /// <summary>As -Environment takes it.</summary>
    public string Name { get; }

    /// <summary>Where tokens are issued; the tenant comes after it.</summary>
    public Uri Authority { get; }

    /// <summary>Where calls go.</summary>
    public Uri Endpoint { get; }

    /// <summary>What a token for the service must be issued for; never graph.windows.net.</summary>
    public string Audience { get; }

    /// <summary>Audience of Microsoft Graph in this cloud.</summary>
    public string GraphAudience { get; }

    /// <summary>Audience of price sheets; null where there are none.</summary>
    public string? PriceSheetAudience { get; }

    /// <summary>Whether Microsoft Graph has the reconciliation exports here.</summary>
    public bool HasGraphReconciliation { get; }

    /// <summary>Finds a cloud by its name, in any letter case; the older module's names are understood.</summary>
    /// <exception cref="PartnerException">InvalidInput: no such cloud, or one that was closed.</exception>
    public static CloudEnvironment Parse(string? name)
    {
        string text = name?.Trim() ?? string.Empty;
        if (text.StartsWith("German", StringComparison.OrdinalIgnoreCase))
        {
            throw PartnerException.InvalidInput(
                $"'{text}' cannot be connected to: Microsoft Cloud Germany was closed on 29 October 2021 and its sign-in address is gone.",
                "German customers are in the GlobalCloud now; use -Environment GlobalCloud.");
        }

        string known = text.Equals("USGovernment", StringComparison.OrdinalIgnoreCase) ? USGovernment.Name : text;
        return All.FirstOrDefault(cloud => cloud.Name.Equals(known, StringComparison.OrdinalIgnoreCase))
            ?? throw PartnerException.InvalidInput($"'{text}' is not an environment. One of {string.Join(", ", All.Select(cloud => cloud.Name))} is expected.");
    }

    /// <summary>The audience of a resource in this cloud.</summary>
    /// <exception cref="PartnerException">InvalidInput: the cloud does not have it.</exception>
    public string AudienceOf(TokenResource resource) => resource switch
    {
        TokenResource.Graph => GraphAudience,
        TokenResource.PriceSheet => PriceSheetAudience ?? throw PartnerException.InvalidInput($"{Name} has no price sheets; only {Global.Name} does."),
        _ => Audience,
    };

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}

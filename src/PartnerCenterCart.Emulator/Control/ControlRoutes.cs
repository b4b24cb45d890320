using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>The tester's side of the emulator, under /_emulator: no token, no log, no faults (docs/emulator.md).</summary>
internal sealed class ControlRoutes
{
    private const string Prefix = "_emulator";

    private readonly Dictionary<string, Func<EmulatorRequest, RequestTarget, EmulatorResponse>> routes = new(StringComparer.OrdinalIgnoreCase);

    public ControlRoutes(EmulatorBrain brain)
    {
        routes.Add("POST reset", (_, _) => Reset(brain));
        routes.Add("GET clock", (_, _) => Clock(brain));
        routes.Add("POST clock", (request, _) => Advance(brain, request));
        routes.Add("GET requests", (_, target) => Requests(brain, target));
        routes.Add("DELETE requests", (_, _) => Done(brain.Log.Clear));
        var overview = new OverviewControl(brain);
        routes.Add("GET overview", (_, target) => overview.Get(target));
        var faults = new FaultControl(brain);
        routes.Add("GET faults", (_, _) => faults.List());
        routes.Add("POST faults", (request, _) => faults.Add(request));
        routes.Add("DELETE faults", (_, _) => Done(brain.Faults.Clear));
        var settings = new SettingsControl(brain);
        routes.Add("GET settings", (_, _) => settings.Get());
        routes.Add("POST settings", (request, _) => settings.Set(request));
        var seeds = new SeedControl(brain);
        routes.Add("GET customers", (_, _) => seeds.Customers());
        routes.Add("POST customers", (request, _) => seeds.AddCustomers(request));
        routes.Add("POST subscriptions", (request, _) => seeds.AddSubscription(request));
        var invoices = new InvoiceControl(brain);
        routes.Add("GET invoices", (_, _) => invoices.List());
        routes.Add("POST invoices", (request, _) => invoices.Add(request.Body));
        routes.Add("GET catalog", (_, target) => seeds.Catalog(target));
    }

    public static bool Owns(RequestTarget target) => target.Segments.Count > 0 && string.Equals(target.Segments[0], Prefix, StringComparison.OrdinalIgnoreCase);

    public EmulatorResponse Answer(EmulatorRequest request, RequestTarget target)
    {
        try
        {
            string name = string.Join("/", target.Segments.Skip(1));
            if (routes.TryGetValue(request.Method + " " + name, out var route))
            {
                return route(request, target);
            }

            bool known = routes.Keys.Any(key => key.EndsWith(" " + name, StringComparison.OrdinalIgnoreCase));
            throw new ControlFault("The emulator answers: " + string.Join(", ", routes.Keys.Select(key => key.Replace(" ", " /" + Prefix + "/"))) + ".", known ? 405 : 404);
        }
        catch (ControlFault refused)
        {
            return EmulatorResponse.Json(refused.Status, new { code = refused.Code, description = refused.Message });
        }
    }

    private static EmulatorResponse Done(Action action)
    {
        action();
        return EmulatorResponse.Empty(204);
    }

    private static EmulatorResponse Reset(EmulatorBrain brain) => Done(brain.Reset);

    private static EmulatorResponse Clock(EmulatorBrain brain) => EmulatorResponse.Json(200, new { now = Timestamp.Text(brain.Clock.Now) });

    private static EmulatorResponse Advance(EmulatorBrain brain, EmulatorRequest request)
    {
        const string Member = "advanceSeconds";
        double seconds = ControlBody.Read<ClockAdvance>(ControlBody.Parse(request.Body, Member)).AdvanceSeconds
            ?? throw new ControlFault("The body needs " + Member + ".");
        // A century is more than any test needs, and keeps dates inside what a calendar can hold.
        if (seconds is not (>= 0 and <= 3_155_760_000))
        {
            throw new ControlFault(Member + " must be from 0 to 3155760000 (100 years).");
        }

        brain.Advance(TimeSpan.FromSeconds(seconds));
        return Clock(brain);
    }

    private static EmulatorResponse Requests(EmulatorBrain brain, RequestTarget target)
    {
        long after = 0;
        if (target.Query["after"] is { } text && !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out after))
        {
            throw new ControlFault("after is the sequence of a logged request, a whole number.");
        }

        return EmulatorResponse.Json(200, new { items = brain.Log.Find(target.Query["operation"], after) });
    }

    private sealed record ClockAdvance
    {
        public double? AdvanceSeconds { get; init; }
    }
}

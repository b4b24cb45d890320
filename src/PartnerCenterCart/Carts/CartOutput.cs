using System;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Writes carts: a line that cannot be bought is an error record of its own, after the cart.</summary>
internal static class CartOutput
{
    public static void WriteCart(this PartnerInputCmdlet cmdlet, Cart cart)
    {
        cmdlet.WarnIfLittleTimeIsLeft(cart);

        // Who asks to stop at errors must be stopped before the cart is on its way to the next command, which may buy it.
        bool stops = cmdlet.IsStop("ErrorAction", "ErrorActionPreference");
        if (!stops)
        {
            cmdlet.WriteObject(cart);
        }

        foreach (CartLineItem line in cart.AllLines())
        {
            if (line.Error is { } error)
            {
                cmdlet.WriteError(ErrorRecords.From(LineError(cart, line, error), line));
            }
        }

        if (stops)
        {
            cmdlet.WriteObject(cart);
        }
    }

    public static void WarnIfLittleTimeIsLeft(this PartnerInputCmdlet cmdlet, Cart cart)
    {
        if (cart.ExpiresSoon)
        {
            cmdlet.WriteWarning($"Cart {cart.Id} expires in {Math.Ceiling(cart.ExpiresIn!.Value.TotalMinutes):0} minutes.");
        }
    }

    public static PartnerException LineError(Cart cart, CartLineItem line, CartError error)
    {
        string? remedy = CartErrorCode.Remedy(error.ErrorCode);
        string message = $"Line {line.Id} ({line.CatalogItemId}) of cart {cart.Id} cannot be bought: {error}";
        return new PartnerException(PartnerErrorKind.CartLineError, message)
        {
            ServiceCode = error.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? error.ErrorCode,
            ServiceDescription = error.ErrorDescription,
            RecommendedAction = remedy,
        };
    }
}

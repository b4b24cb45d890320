using System;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>A cmdlet that returns carts: a line that cannot be bought is an error record of its own, after the cart.</summary>
public abstract class CartCmdlet : PartnerCmdlet
{
    private static readonly TimeSpan LittleTime = TimeSpan.FromHours(1);

    private protected void WriteCart(Cart cart)
    {
        WarnIfLittleTimeIsLeft(cart);
        WriteObject(cart);
        foreach (CartLineItem line in cart.AllLines())
        {
            if (line.Error is { } error)
            {
                WriteError(ErrorRecords.From(LineError(cart, line, error), line));
            }
        }
    }

    private protected void WarnIfLittleTimeIsLeft(Cart cart)
    {
        if (cart.ExpiresIn is { } left && left < LittleTime && left > TimeSpan.Zero && !cart.IsOrdered)
        {
            WriteWarning($"Cart {cart.Id} expires in {Math.Ceiling(left.TotalMinutes):0} minutes.");
        }
    }

    private static PartnerException LineError(Cart cart, CartLineItem line, CartError error)
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

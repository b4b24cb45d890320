using System.Collections.Generic;

namespace PartnerCenterCart.Emulation;

/// <summary>invoices.summary: nothing is ever owed.</summary>
internal static class BalanceOperation
{
    public static IEnumerable<Operation> Operations()
    {
        yield return new Operation("invoices.summary", "GET", "/invoices/summary", Get);
    }

    private static EmulatorResponse Get(OperationContext context) => EmulatorResponse.Json(200, new
    {
        balanceAmount = 0m,
        currencyCode = Market.PartnerCurrency,
        currencySymbol = Market.Symbol(Market.PartnerCurrency),
        accountingDate = Timestamp.Text(context.Now),
        details = System.Array.Empty<object>(),
        links = new { self = new { uri = "/invoices/summary", method = "GET", headers = System.Array.Empty<object>() } },
        attributes = new { objectType = "InvoiceSummary" },
    });
}

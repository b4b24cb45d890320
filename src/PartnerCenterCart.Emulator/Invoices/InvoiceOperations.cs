using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>invoices.list and invoices.get.</summary>
internal sealed class InvoiceOperations(InvoiceBook book)
{
    public IEnumerable<Operation> Operations()
    {
        yield return new Operation("invoices.list", "GET", ResourcePath.Invoices, List);
        yield return new Operation("invoices.get", "GET", ResourcePath.Invoices + "/{invoiceId}", Get) { Credential = Credential.UserOnly };
    }

    private EmulatorResponse Get(OperationContext context) =>
        EmulatorResponse.Json(200, InvoiceView.Of(book.Find(context.Value("invoiceId"), context.State, context.Now), single: true));

    // Size and offset act on legacy invoices only; modern ones come with every page (endpoints.md, invoices.list).
    private EmulatorResponse List(OperationContext context)
    {
        List<Invoice> all = book.All(context.State, context.Now).Where(InvoiceFilter.Parse(context.Query["filter"])).ToList();
        List<Invoice> legacy = all.Where(invoice => invoice.IsLegacy).ToList();
        int offset = QueryNumber.Read(context.Query, "offset") ?? 0;
        int size = QueryNumber.Read(context.Query, "size") is > 0 and { } asked ? asked : int.MaxValue;
        size = Math.Min(size, context.Settings.PageSize ?? int.MaxValue);
        HashSet<Invoice> page = [.. legacy.Skip(offset).Take(size), .. all.Where(invoice => !invoice.IsLegacy)];
        string self = PageLink.Self(context, "size", "offset");
        bool paged = size < int.MaxValue;
        bool more = (long)offset + size < legacy.Count;
        return EmulatorResponse.Json(200, new ResourceCollection<object>
        {
            TotalCount = page.Count,
            Items = all.Where(page.Contains).Select(invoice => InvoiceView.Of(invoice, single: false)),
            Links = new ResourceLinks
            {
                Self = ResourceLink.Get(paged ? self + (self.IndexOf('?') < 0 ? "?" : "&") + Page(size, offset) : self),
                Next = more ? ResourceLink.Get(PageLink.Next(context, self, Page(size, offset + size))) : null,
            },
        });
    }

    private static string Page(int size, int offset) => "size=" + size.ToString(CultureInfo.InvariantCulture) + "&offset=" + offset.ToString(CultureInfo.InvariantCulture);
}

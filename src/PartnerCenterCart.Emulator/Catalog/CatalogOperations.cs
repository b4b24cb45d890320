using System;
using System.Collections.Generic;
using System.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>The twelve reads of the catalog, by country and by customer (endpoints.md).</summary>
internal sealed class CatalogOperations
{
    private readonly CatalogIndex catalog;
    private readonly Func<OperationContext, CustomerRecord?> customer;
    private readonly string root;
    private readonly string prefix;

    private CatalogOperations(CatalogIndex catalog, string root, string prefix, Func<OperationContext, CustomerRecord?> customer)
    {
        this.catalog = catalog;
        this.root = root;
        this.prefix = prefix;
        this.customer = customer;
    }

    public static CatalogOperations ByCountry(CatalogIndex catalog) => new(catalog, string.Empty, string.Empty, _ => null);

    public static CatalogOperations ByCustomer(CatalogIndex catalog) => new(catalog, "/customers/{customerId}", "customer", context => context.Customer);

    public IEnumerable<Operation> Operations()
    {
        string products = root + "/products";
        string skus = products + "/{productId}/skus";
        string availabilities = skus + "/{skuId}/availabilities";
        yield return new Operation(Id("products.list"), "GET", products, Products);
        yield return new Operation(Id("products.get"), "GET", products + "/{productId}", Product);
        yield return new Operation(Id("skus.list"), "GET", skus, Skus);
        yield return new Operation(Id("skus.get"), "GET", skus + "/{skuId}", Sku);
        yield return new Operation(Id("availabilities.list"), "GET", availabilities, Availabilities);
        yield return new Operation(Id("availabilities.get"), "GET", availabilities + "/{availabilityId}", Availability);
    }

    private static CatalogProduct ProductOf(CatalogScope scope, OperationContext context) => scope.Product(context.Value("productId"));

    private EmulatorResponse Products(OperationContext context)
    {
        CatalogScope scope = List(context);
        ItemList<CatalogProduct> products = scope.Products();
        return WholeCollection.Answer(context, new ItemList<ProductView>(products.Count, index => CatalogViews.Product(products[index], scope.Country)));
    }

    private EmulatorResponse Product(OperationContext context)
    {
        CatalogScope scope = Single(context);
        return EmulatorResponse.Json(200, CatalogViews.Product(ProductOf(scope, context), scope.Country));
    }

    private EmulatorResponse Skus(OperationContext context)
    {
        CatalogScope scope = List(context);
        CatalogProduct product = ProductOf(scope, context);
        return WholeCollection.Answer(context, scope.Skus(product).Select(sku => CatalogViews.Sku(product, sku, scope.Country, scope.TargetSegment)).ToList());
    }

    private EmulatorResponse Sku(OperationContext context)
    {
        CatalogScope scope = Single(context);
        CatalogProduct product = ProductOf(scope, context);
        return EmulatorResponse.Json(200, CatalogViews.Sku(product, scope.Sku(product, context.Value("skuId")), scope.Country, null));
    }

    private EmulatorResponse Availabilities(OperationContext context)
    {
        CatalogScope scope = List(context);
        CatalogProduct product = ProductOf(scope, context);
        CatalogSku sku = scope.Sku(product, context.Value("skuId"));
        bool embedded = customer(context) is not null;
        return WholeCollection.Answer(context, scope.Availabilities(product, sku).Select(item => CatalogViews.Availability(item, scope.Country, embedded)).ToList());
    }

    private EmulatorResponse Availability(OperationContext context)
    {
        CatalogScope scope = Single(context);
        CatalogProduct product = ProductOf(scope, context);
        CatalogSku sku = scope.Sku(product, context.Value("skuId"));
        return EmulatorResponse.Json(200, CatalogViews.Availability(scope.Availability(product, sku, context.Value("availabilityId")), scope.Country, embedded: true));
    }

    private CatalogScope List(OperationContext context) => CatalogScope.ForList(catalog, context, customer(context));

    private CatalogScope Single(OperationContext context) => CatalogScope.ForSingle(catalog, context, customer(context));

    // products.list by country is customerProducts.list by customer.
    private string Id(string name) => prefix.Length == 0 ? name : prefix + char.ToUpperInvariant(name[0]) + name.Substring(1);
}

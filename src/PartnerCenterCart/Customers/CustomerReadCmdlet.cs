using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace PartnerCenterCart.Commands;

/// <summary>A cmdlet that reads one thing of each of many customers.</summary>
/// <typeparam name="T">What is read.</typeparam>
public abstract class CustomerReadCmdlet<T> : PartnerCmdlet
    where T : class
{
    private string? current;

    /// <summary>Tenant ids of customers.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    [AllowEmptyString]
    [AllowNull]
    public string?[]? CustomerId { get; set; }

    private protected override object? Target => current;

    /// <summary>The call; null where there is nothing.</summary>
    private protected abstract Task<T?> ReadAsync(CustomerOperations customer, CancellationToken cancellationToken);

    private protected override void Process()
    {
        foreach (string? id in CustomerId ?? new string?[] { null })
        {
            current = id;
            Guarded(() =>
            {
                if (Send((client, token) => ReadAsync(client.Customers.ById(id!), token)) is { } found)
                {
                    WriteObject(found);
                }
                else
                {
                    WriteMissing(id!);
                }
            });
        }
    }

    /// <summary>Says that there is nothing, where nothing is an answer.</summary>
    private protected virtual void WriteMissing(string customerId)
    {
    }
}

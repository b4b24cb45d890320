using System;
using System.Globalization;
using System.Management.Automation;

namespace PartnerCenterCart.Commands;

/// <summary>Makes coming requests to an emulator fail as told, or takes all faults away.</summary>
[Cmdlet(VerbsCommon.Set, "PartnerCenterEmulatorFault", SupportsShouldProcess = true, DefaultParameterSetName = "Fault")]
public sealed class SetPartnerCenterEmulatorFault : EmulatorCmdlet
{
    /// <summary>Operation as the contract names it, such as carts.checkout; * for all.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Fault")]
    [ArgumentCompleter(typeof(OperationCompleter))]
    public string? Operation { get; set; }

    /// <summary>HTTP status to answer with.</summary>
    [Parameter(Position = 1, ParameterSetName = "Fault")]
    [ValidateRange(204, 599)]
    public int? Status { get; set; }

    /// <summary>Service code to answer with.</summary>
    [Parameter(ParameterSetName = "Fault")]
    public string? Code { get; set; }

    /// <summary>Words to answer with.</summary>
    [Parameter(ParameterSetName = "Fault")]
    public string? Description { get; set; }

    /// <summary>How often; 0 until the faults are cleared.</summary>
    [Parameter(ParameterSetName = "Fault")]
    [ValidateRange(0, int.MaxValue)]
    public int Times { get; set; } = 1;

    /// <summary>Real time before the answer.</summary>
    [Parameter(ParameterSetName = "Fault")]
    public TimeSpan Delay { get; set; }

    /// <summary>Share of the requests that it hits, from 0 to 1.</summary>
    [Parameter(ParameterSetName = "Fault")]
    [ValidateRange(0.0, 1.0)]
    public double? Chance { get; set; }

    /// <summary>Which requests those are; the same seed hits the same ones.</summary>
    [Parameter(ParameterSetName = "Fault")]
    public int? Seed { get; set; }

    /// <summary>Breaks the connection before or after the work is done.</summary>
    [Parameter(ParameterSetName = "Fault")]
    [ValidateSet("Before", "After")]
    public string? ResetConnection { get; set; }

    /// <summary>Ends the body in its middle.</summary>
    [Parameter(ParameterSetName = "Fault")]
    public SwitchParameter TruncateBody { get; set; }

    /// <summary>Retry-After of the answer: seconds or an HTTP date.</summary>
    [Parameter(ParameterSetName = "Fault")]
    public string? RetryAfter { get; set; }

    /// <summary>Shape of the error body.</summary>
    [Parameter(ParameterSetName = "Fault")]
    [ValidateSet("Fault", "Extended", "Throttle", "Text", "Html", "Empty", "Graph")]
    public string? ErrorBody { get; set; }

    /// <summary>Puts one or two byte-order marks, or the '?' that stands for one, before the body.</summary>
    [Parameter(ParameterSetName = "Fault")]
    [ValidateSet("1", "2", "questionMark")]
    public string? ByteOrderMark { get; set; }

    /// <summary>Does the work although the answer is an error.</summary>
    [Parameter(ParameterSetName = "Fault")]
    public SwitchParameter ApplyWork { get; set; }

    /// <summary>For carts.checkout: the order group that fails while the others are bought.</summary>
    [Parameter(ParameterSetName = "Fault")]
    public string? OrderGroup { get; set; }

    /// <summary>For carts: the error of the first line, a name such as InventoryNotAvailable.</summary>
    [Parameter(ParameterSetName = "Fault")]
    public string? LineError { get; set; }

    /// <summary>For the exports of reconciliation: the code with which the operation fails in the end, such as 5000.</summary>
    [Parameter(ParameterSetName = "Fault")]
    public string? ExportError { get; set; }

    /// <summary>For reconciliation.operation: the status that it shows, whatever it is.</summary>
    [Parameter(ParameterSetName = "Fault")]
    [Alias("ExportStatus")]
    public string? ExportState { get; set; }

    /// <summary>Adds members that nobody knows to the answer.</summary>
    [Parameter(ParameterSetName = "Fault")]
    [Alias("UnknownMembers")]
    public SwitchParameter UnknownMember { get; set; }

    /// <summary>Puts values that nobody knows into the open enumerations of the answer.</summary>
    [Parameter(ParameterSetName = "Fault")]
    [Alias("UnknownValues")]
    public SwitchParameter UnknownValue { get; set; }

    /// <summary>Writes the numbers of the answer as text.</summary>
    [Parameter(ParameterSetName = "Fault")]
    [Alias("NumbersAsText")]
    public SwitchParameter NumberAsText { get; set; }

    /// <summary>Sends the headers of the answer twice.</summary>
    [Parameter(ParameterSetName = "Fault")]
    [Alias("DoubledHeaders")]
    public SwitchParameter DoubledHeader { get; set; }

    /// <summary>Writes the member names of the answer in PascalCase.</summary>
    [Parameter(ParameterSetName = "Fault")]
    public SwitchParameter PascalCase { get; set; }

    /// <summary>Takes all faults away.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Clear")]
    public SwitchParameter Clear { get; set; }

    private protected override object? Target => Operation;

    private protected override void Process()
    {
        if (Clear)
        {
            if (ShouldProcess(Context.ToString(), "Take all faults away"))
            {
                Send((client, token) => client.Emulator.ClearFaultsAsync(token));
            }

            return;
        }

        var fault = new EmulatorFault
        {
            Operation = Operation,
            Status = Status,
            Code = Code,
            Description = Description,
            Times = Times,
            DelaySeconds = Delay > TimeSpan.Zero ? (decimal)Delay.TotalSeconds : null,
            Chance = (decimal?)Chance,
            Seed = Seed,
            ResetConnection = Lower(ResetConnection),
            TruncateBody = Set(TruncateBody),
            RetryAfter = RetryAfter,
            ErrorBody = Lower(ErrorBody),
            ByteOrderMark = Mark(ByteOrderMark),
            ApplyWork = Set(ApplyWork),
            OrderGroup = OrderGroup,
            LineError = LineError,
            ExportError = ExportError,
            ExportStatus = ExportState,
            UnknownMembers = Set(UnknownMember),
            UnknownEnumValues = Set(UnknownValue),
            NumbersAsText = Set(NumberAsText),
            DoubledHeaders = Set(DoubledHeader),
            PascalCase = Set(PascalCase),
        };
        if (ShouldProcess(Context.ToString(), $"Set a fault for {Operation}"))
        {
            Send((client, token) => client.Emulator.AddFaultAsync(fault, token));
        }
    }

    private static bool? Set(SwitchParameter flag) => flag ? true : null;

    private static object? Mark(string? text) => text switch
    {
        null => null,
        "1" => 1,
        "2" => 2,
        _ => "questionMark",
    };

    private static string? Lower(string? text) => text?.ToLower(CultureInfo.InvariantCulture);
}

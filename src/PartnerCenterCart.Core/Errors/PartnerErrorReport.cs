using System;
using System.Text;

namespace PartnerCenterCart;

/// <summary>A failure, explained, and ready to be pasted into a support case. No secret is in it.</summary>
public sealed class PartnerErrorReport
{
    internal PartnerErrorReport(PartnerException failure, string? meaning, string? remedy, string? retry)
    {
        Failure = failure;
        Meaning = meaning;
        Remedy = remedy;
        WorthRetrying = retry;
    }

    /// <summary>What kind; the error id.</summary>
    public PartnerErrorKind Kind => Failure.Kind;

    /// <summary>What failed.</summary>
    public string Message => Failure.Summary;

    /// <summary>HTTP status; null when no answer came.</summary>
    public int? StatusCode => Failure.StatusCode;

    /// <summary>The service's own code.</summary>
    public string? ServiceCode => Failure.ServiceCode;

    /// <summary>The service's own words.</summary>
    public string? ServiceDescription => Failure.ServiceDescription;

    /// <summary>What the code means, or else the kind, as docs/errors.md says.</summary>
    public string? Meaning { get; }

    /// <summary>What to do.</summary>
    public string? Remedy { get; }

    /// <summary>Whether the same request can work later: yes, after waiting, no; null where that is not known.</summary>
    public string? WorthRetrying { get; }

    /// <summary>The operation, as the contract names it.</summary>
    public string? Operation => Failure.Operation;

    /// <summary>Method and path.</summary>
    public string? Request => Failure.Request;

    /// <summary>Support asks for it.</summary>
    public string? CorrelationId => Failure.CorrelationId;

    /// <summary>Support asks for it.</summary>
    public string? RequestId => Failure.RequestId;

    /// <summary>The command and the place in the script; null where that is not known.</summary>
    public string? Command { get; internal set; }

    /// <summary>All of it as lines of text.</summary>
    public string Text => ToString();

    private PartnerException Failure { get; }

    /// <summary>All of it as lines of text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Line("Error", $"{Kind}{(Command == null ? string.Empty : " in " + Command)}");
        Line("Message", Message);
        Line("HTTP status", StatusCode?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Line("Service code", ServiceCode);
        Line("Service said", ServiceDescription);
        Line("Meaning", Meaning);
        Line("Remedy", Remedy);
        Line("Operation", Operation);
        Line("Request", Request);
        Line("Correlation id", CorrelationId);
        Line("Request id", RequestId);
        return text.ToString().TrimEnd();

        void Line(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                text.Append(name).Append(": ").Append(value).Append(Environment.NewLine);
            }
        }
    }
}

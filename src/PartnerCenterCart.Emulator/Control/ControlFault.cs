using System;

namespace PartnerCenterCart.Emulation;

/// <summary>A test asked the control routes for something that they do not do.</summary>
internal sealed class ControlFault(string message, int status = 400) : Exception(message)
{
    public int Status { get; } = status;

    public string Code => Status switch
    {
        404 => "UnknownControlRoute",
        405 => "ControlMethodNotAllowed",
        _ => "InvalidControlRequest",
    };
}

using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Threading.Tasks;

namespace PartnerCenterCart.Http;

/// <summary>Opens an address in the browser that the person uses.</summary>
internal static class SystemBrowser
{
    public static Task OpenAsync(Uri address)
    {
        ProcessStartInfo start = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true }
            : new ProcessStartInfo(RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? "open" : "xdg-open", "\"" + address.AbsoluteUri + "\"") { UseShellExecute = false };
        try
        {
            using Process? process = Process.Start(start);
        }
        catch (Win32Exception)
        {
            // No browser here: the prompt has told the address, and the person may open it by hand.
        }

        return Task.CompletedTask;
    }
}

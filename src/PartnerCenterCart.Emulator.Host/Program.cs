using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using PartnerCenterCart.Emulation;
using PartnerCenterCart.Emulation.Host;

HostArguments arguments;
try
{
    arguments = HostArguments.Parse(args);
}
catch (ArgumentException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 2;
}

try
{
    using var emulator = new PartnerCenterEmulator(new EmulatorOptions { StatePath = arguments.StatePath });
    foreach (string invoice in arguments.Invoices)
    {
        EmulatorResponse made = await emulator.HandleAsync(new EmulatorRequest("POST", "/_emulator/invoices", new Dictionary<string, string>(), Encoding.UTF8.GetBytes(invoice)), CancellationToken.None);
        if (made.Status != 201)
        {
            throw new InvalidOperationException("--invoice " + invoice + ": " + Encoding.UTF8.GetString(made.Body));
        }
    }

    await using EmulatorHost host = await EmulatorHost.StartAsync(emulator, arguments.Port);
    Console.WriteLine("Listening on " + host.Address.GetLeftPart(UriPartial.Authority));
    await Console.Out.FlushAsync();
    if (arguments.UntilStdinCloses)
    {
        _ = Task.Run(async () =>
        {
            while (await Console.In.ReadLineAsync() is not null)
            {
            }

            host.Stop();
        });
    }

    await host.WaitForShutdownAsync();
    return 0;
}
catch (Exception exception) when (exception is IOException or SocketException or UnauthorizedAccessException or InvalidOperationException)
{
    await Console.Error.WriteLineAsync("The emulator could not start: " + exception.Message);
    return 1;
}

using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PartnerCenterCart.Emulation.Host;

/// <summary>The door over HTTP: carries requests to the emulator and answers back, and breaks what the answer wants broken.</summary>
public sealed class KestrelDoor(PartnerCenterEmulator emulator)
{
    private readonly StatusPage page = new(emulator);

    /// <summary>Answers one request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Request.Path == "/" && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)))
        {
            await ShowAsync(context).ConfigureAwait(false);
            return;
        }

        EmulatorRequest request = await ReadAsync(context).ConfigureAwait(false);
        EmulatorResponse answer;
        try
        {
            answer = await emulator.HandleAsync(request, context.RequestAborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller left during a delay; there is nobody to answer.
            return;
        }

        await WriteAsync(context, answer).ConfigureAwait(false);
    }

    // Not a request to the emulated service: no token, no log, no faults.
    private async Task ShowAsync(HttpContext context)
    {
        string nonce = StatusPage.Nonce();
        byte[] html = await page.RenderAsync("http://" + context.Request.Host.Value, nonce, context.RequestAborted).ConfigureAwait(false);
        HttpResponse response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = html.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = StatusPage.Policy(nonce);
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await response.Body.WriteAsync(html, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private static async Task<EmulatorRequest> ReadAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        var headers = new Dictionary<string, string>(request.Headers.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var header in request.Headers)
        {
            headers[header.Key] = header.Value.ToString();
        }

        byte[] body = [];
        if (request.ContentLength is null or > 0)
        {
            using var buffer = new MemoryStream();
            await request.Body.CopyToAsync(buffer, context.RequestAborted).ConfigureAwait(false);
            body = buffer.ToArray();
        }

        // The raw target: Path is unescaped already, and double slashes and second question marks must arrive as sent.
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (!target.StartsWith('/'))
        {
            target = request.Path + request.QueryString;
        }

        return new EmulatorRequest(request.Method, target, headers, body) { Origin = request.Scheme + "://" + request.Host.Value };
    }

    private static async Task WriteAsync(HttpContext context, EmulatorResponse answer)
    {
        if (answer.TransportFault == TransportFault.ConnectionReset)
        {
            context.Abort();
            return;
        }

        HttpResponse response = context.Response;
        response.StatusCode = answer.Status;
        foreach (var header in answer.Headers)
        {
            response.Headers[header.Key] = header.Value;
        }

        if (answer.Status == StatusCodes.Status204NoContent)
        {
            return;
        }

        response.ContentLength = answer.Length;
        if (answer.TransportFault == TransportFault.TruncatedBody)
        {
            // Kestrel closes the connection when fewer bytes come than were announced, after those that did come.
            // Abort would race with them: the caller might see no headers at all.
            response.ContentLength ??= answer.Body.Length;
            await CopyAsync(answer.OpenBody(), answer.TruncatedLength, context).ConfigureAwait(false);
            return;
        }

        if (answer.IsStreamed)
        {
            await CopyAsync(answer.OpenBody(), long.MaxValue, context).ConfigureAwait(false);
            return;
        }

        await response.Body.WriteAsync(answer.Body, context.RequestAborted).ConfigureAwait(false);
    }

    // As large as Kestrel's own buffer takes at once; the bytes are made while they are sent.
    private static async Task CopyAsync(Stream body, long most, HttpContext context)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            await using (body.ConfigureAwait(false))
            {
                int read;
                while (most > 0 && (read = await body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, most)), context.RequestAborted).ConfigureAwait(false)) > 0)
                {
                    await context.Response.Body.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted).ConfigureAwait(false);
                    most -= read;
                }
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller left in the middle; the rest is not made.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

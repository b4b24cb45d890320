using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart.Emulation;

/// <summary>State changes as lines: an array of {kind, value} each.</summary>
internal static class StateFile
{
    public static string Line(IEnumerable<StateChange> changes) =>
        WireJson.WriteText(changes.Select(change => new { change.Kind, change.Value }).ToArray());

    /// <summary>Reads the steps of a file; a torn last line is a step that was never answered.</summary>
    public static IEnumerable<IReadOnlyList<StateChange>> Steps(IEnumerable<string> lines)
    {
        string[] all = lines.Where(line => line.Length > 0).ToArray();
        for (int index = 0; index < all.Length; index++)
        {
            IReadOnlyList<StateChange> step;
            try
            {
                step = ReadLine(all[index]);
            }
            catch (JsonException) when (index == all.Length - 1)
            {
                yield break;
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
            {
                throw new IOException($"Line {index + 2} of the state file cannot be read: {e.Message}", e);
            }

            yield return step;
        }
    }

    private static List<StateChange> ReadLine(string line)
    {
        if (WireJson.Parse(line) is not JArray array)
        {
            throw new JsonSerializationException("A line of the state file is not an array.");
        }

        return array.Select(item => StateChange.Of(WireJson.Read(item["value"]!, StateChange.TypeOf(item.Value<string>("kind") ?? string.Empty)))).ToList();
    }
}

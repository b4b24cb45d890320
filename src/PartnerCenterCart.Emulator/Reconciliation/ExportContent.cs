using System.Globalization;

namespace PartnerCenterCart.Emulation;

/// <summary>The rows of an export and how they are split into files.</summary>
/// <param name="Lines">All rows.</param>
/// <param name="Shape">Which columns.</param>
/// <param name="Blobs">Files.</param>
/// <param name="Version">Changes when the rows do.</param>
internal sealed record ExportContent(ILineSource Lines, LineShape Shape, int Blobs, string Version)
{
    /// <summary>Of the whole export.</summary>
    public string Etag => StableHash.Of(Version + "/" + Shape).ToString("x16", CultureInfo.InvariantCulture);

    public int From(int blob) => (int)((long)Lines.Count * blob / Blobs);

    /// <summary>Named after what is in it, so that a file of another version is another file.</summary>
    public string Name(int blob) =>
        "part-" + blob.ToString("D5", CultureInfo.InvariantCulture) + "-" + SampleText.Guid(Etag + "/" + blob.ToString(CultureInfo.InvariantCulture)) + ".c000.json.gz";

    public int? Find(string name)
    {
        for (int blob = 0; blob < Blobs; blob++)
        {
            if (Name(blob) == name)
            {
                return blob;
            }
        }

        return null;
    }
}

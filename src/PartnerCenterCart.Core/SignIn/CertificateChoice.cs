using System.Collections.Generic;
using System.Security.Cryptography.X509Certificates;

namespace PartnerCenterCart;

/// <summary>Chooses among the copies of one certificate that the stores of a machine hold.</summary>
internal static class CertificateChoice
{
    /// <summary>The first with a private key, else the first; the others are disposed of. Null for none.</summary>
    public static X509Certificate2? Of(IEnumerable<X509Certificate2> copies)
    {
        X509Certificate2? best = null;
        foreach (X509Certificate2 copy in copies)
        {
            if (best == null || (copy.HasPrivateKey && !best.HasPrivateKey))
            {
                best?.Dispose();
                best = copy;
            }
            else
            {
                copy.Dispose();
            }
        }

        return best;
    }
}

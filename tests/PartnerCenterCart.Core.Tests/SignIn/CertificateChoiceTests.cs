using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

public class CertificateChoiceTests
{
    [Fact]
    public void The_copy_that_can_sign_is_chosen_and_the_others_end()
    {
        using RSA key = RSA.Create(2048);
        X509Certificate2 signing = new CertificateRequest("CN=partner", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        X509Certificate2 bare = X509CertificateLoader.LoadCertificate(signing.RawData);
        X509Certificate2 second = X509CertificateLoader.LoadCertificate(signing.RawData);

        X509Certificate2? chosen = CertificateChoice.Of(new[] { bare, signing, second });

        Assert.Same(signing, chosen);
        Assert.Equal(IntPtr.Zero, bare.Handle);
        Assert.Equal(IntPtr.Zero, second.Handle);
        signing.Dispose();
    }

    [Fact]
    public void A_copy_without_a_key_is_better_than_none()
    {
        using RSA key = RSA.Create(2048);
        using X509Certificate2 signing = new CertificateRequest("CN=partner", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        using X509Certificate2 bare = X509CertificateLoader.LoadCertificate(signing.RawData);

        Assert.Same(bare, CertificateChoice.Of(new[] { bare }));
        Assert.Null(CertificateChoice.Of(Array.Empty<X509Certificate2>()));
    }
}

using System;
using System.Linq;
using System.Reflection;
using System.Threading;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>What others rely on without the compiler's help.</summary>
public class ConventionTests
{
    [Fact]
    public void The_module_finds_the_transport_by_name_and_makes_it_from_its_options()
    {
        Assembly assembly = typeof(HttpTransport).Assembly;
        Type? type = assembly.GetType("PartnerCenterCart.Http.HttpTransport");

        Assert.True(type is { IsPublic: true }, "The module creates PartnerCenterCart.Http.HttpTransport by this name; keep it.");
        ConstructorInfo constructor = Assert.Single(type.GetConstructors());
        Assert.Equal([typeof(TransportOptions)], constructor.GetParameters().Select(parameter => parameter.ParameterType));
        using var made = (IPartnerTransport)Activator.CreateInstance(type, new TransportOptions())!;
    }

    [Fact]
    public void The_module_finds_the_sign_in_factory_by_name()
    {
        Type? type = typeof(HttpTransport).Assembly.GetType("PartnerCenterCart.Http.SignInFactory");

        Assert.True(type is { IsPublic: true }, "The module creates PartnerCenterCart.Http.SignInFactory by this name; keep it.");
        Assert.IsAssignableFrom<ISignInFactory>(Activator.CreateInstance(type));
    }

    [Fact]
    public void The_transport_disposes_of_its_handler()
    {
        var handler = new FakeHandler(new NotSupportedException());

        new HttpTransport(new TransportOptions { Handler = handler }).Dispose();

        Assert.True(handler.IsDisposed);
    }

    [Theory]
    [InlineData("ftp://service.example")]
    [InlineData("/v1")]
    public void An_endpoint_that_is_no_web_address_is_refused(string endpoint) =>
        Assert.Throws<ArgumentException>(() => new HttpTransport(new TransportOptions { Endpoint = new Uri(endpoint, UriKind.RelativeOrAbsolute) }));

    [Fact]
    public void A_timeout_of_nothing_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new HttpTransport(new TransportOptions { TryTimeout = TimeSpan.Zero }));
        new HttpTransport(new TransportOptions { TryTimeout = Timeout.InfiniteTimeSpan }).Dispose();
    }
}

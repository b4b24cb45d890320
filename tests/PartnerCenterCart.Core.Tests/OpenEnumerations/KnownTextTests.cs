using System.Globalization;
using System.Linq;
using Xunit;

namespace PartnerCenterCart.Core.Tests;

/// <summary>Open enumerations: every documented value in every spelling, any other value kept (models.md, section 0).</summary>
public class KnownTextTests
{
    [Theory]
    [InlineData("one_time")]
    [InlineData("OneTime")]
    [InlineData("ONE-TIME")]
    [InlineData("one time")]
    [InlineData("4")]
    public void A_value_is_known_in_every_spelling(string spelling)
    {
        Assert.Equal("one_time", BillingCycleType.Known.Normalize(spelling));
        Assert.Equal("OneTime", BillingCycleType.Known.NameOf(spelling));
        Assert.Equal(4, BillingCycleType.Known.NumberOf(spelling));
        Assert.True(BillingCycleType.Known.Same(spelling, "oneTime"));
    }

    [Theory]
    [InlineData("per_decade")]
    [InlineData("99")]
    [InlineData("")]
    [InlineData(null)]
    public void A_value_that_nobody_documented_is_nothing_but_itself(string? value)
    {
        Assert.Null(BillingCycleType.Known.Normalize(value));
        Assert.Null(BillingCycleType.Known.NameOf(value));
        Assert.Null(BillingCycleType.Known.NumberOf(value));
        Assert.False(BillingCycleType.Known.Same(value, "monthly"));
    }

    [Fact]
    public void Unknown_texts_are_the_same_when_only_their_spelling_differs()
    {
        Assert.True(OrderStatus.Known.Same("on_hold", "OnHold"));
        Assert.False(OrderStatus.Known.Same("on_hold", "on_ice"));
        Assert.True(OrderStatus.Known.Same(null, null));
    }

    [Theory]
    [InlineData("pending review", "pending_review")]
    [InlineData("Pending PO Upload", "pending_po_upload")]
    [InlineData("po upload complete", "po_upload_complete")]
    [InlineData("PO review rejected", "po_review_rejected")]
    [InlineData("partial success", "partial_success")]
    [InlineData("Completed", "completed")]
    public void The_documented_words_of_an_order_status_are_those_on_the_wire(string words, string text) =>
        Assert.Equal(text, OrderStatus.Known.Normalize(words));

    // Copied by hand from models.md, sections 3, 5 and 6.
    [Fact]
    public void The_documented_values_are_all_there()
    {
        Assert.Equal(
            new[] { "0 unknown", "1 monthly", "2 annual", "3 none", "4 one_time", "5 triennial", "6 biennial" },
            BillingCycleType.Known.Texts.Select(text => $"{BillingCycleType.Known.NumberOf(text)} {text}"));
        Assert.Equal(
            new[] { "0 unknown", "1 transaction_reseller", "2 consumption_reseller", "3 additional_transaction_reseller" },
            ParticipantType.Known.Texts.Select(text => $"{ParticipantType.Known.NumberOf(text)} {text}"));
        Assert.Equal(
            new[]
            {
                "0 unknown", "1 completed", "2 pending", "3 cancelled", "4 suspended", "5 pending_review", "6 pending_po_upload",
                "7 po_upload_complete", "8 po_review_rejected", "9 partial_success", "10 error",
            },
            OrderStatus.Known.Texts.Select(text => $"{OrderStatus.Known.NumberOf(text)} {text}"));
    }

    [Theory]
    [InlineData(0, "Unknown")]
    [InlineData(10000, "CurrencyIsNotSupported")]
    [InlineData(10001, "CatalogItemIdIsNotValid")]
    [InlineData(10002, "QuotaNotAvailable")]
    [InlineData(10003, "InventoryNotAvailable")]
    [InlineData(10004, "ParticipantsIsNotSupportedForPartner")]
    [InlineData(10006, "UnableToProcessCartLineItem")]
    [InlineData(10007, "SubscriptionIsNotValid")]
    [InlineData(10008, "SubscriptionIsNotEnabledForRI")]
    [InlineData(10009, "SandboxLimitExceeded")]
    [InlineData(10010, "InvalidInput")]
    [InlineData(10011, "SubscriptionNotRegistered")]
    [InlineData(10012, "AttestationNotAccepted")]
    [InlineData(10013, "BillingPlanNotSupported")]
    [InlineData(10014, "InvalidPromotionId")]
    [InlineData(10015, "MaxAllowedSeatsPerSubscriptionExceeded")]
    [InlineData(10016, "InvalidCustomTermEndDateProduct")]
    [InlineData(10017, "InvalidCustomTermEndDate")]
    [InlineData(10018, "BaseOfferSeatQuantityNotMet")]
    [InlineData(10019, "MinimumAddOnSeatsNotMet")]
    [InlineData(500600, "LegacyOfferNotEligibleForPurchase")]
    public void A_documented_cart_error_is_known_by_number_and_name(int number, string name)
    {
        Assert.Equal(name, CartErrorCode.Known.NameOf(number.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(number, CartErrorCode.Known.NumberOf(name));
        Assert.Equal(21, CartErrorCode.Known.Texts.Count);
    }

    [Fact]
    public void A_number_with_a_sign_is_no_documented_number() => Assert.Null(BillingCycleType.Known.Normalize("-4"));
}

using System;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerCenterCart;

/// <summary>Money, prices, quantities and rates; every digit counts. Some come as text.</summary>
internal sealed class NumberColumn : RowColumn<decimal?>
{
    // What has more may have been rounded.
    private const int MostDigits = 28;

    public NumberColumn(PropertyInfo property, int index)
        : base(property, index)
    {
    }

    public override void Read(InvoiceLineItem row, RowReader reader)
    {
        switch (reader.Json.Value)
        {
            case decimal number:
                Set(row, number);
                break;
            case long number:
                Set(row, number);
                break;
            case string text when TryParse(text, out decimal number):
                Set(row, number);
                KeepForm(row, IsShortest(text), number, text);
                break;
            default:
                // More than a decimal holds, or no number at all: nothing rather than something wrong.
                Keep(row, Convert(reader.Json.Value), JToken.Load(reader.Json));
                break;
        }
    }

    public override JToken? OtherForm(object value) => new JValue(((decimal)value).ToString(CultureInfo.InvariantCulture));

    private static bool TryParse(string text, out decimal number) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    /// <summary>Whether a decimal writes itself so; spares making the text to compare it.</summary>
    private static bool IsShortest(string text)
    {
        int start = text.Length > 0 && text[0] == '-' ? 1 : 0;
        int dot = -1;
        bool isZero = true;
        for (int i = start; i < text.Length; i++)
        {
            if (text[i] == '.' && dot < 0)
            {
                dot = i;
            }
            else if (text[i] is < '0' or > '9')
            {
                return false;
            }
            else
            {
                isZero &= text[i] == '0';
            }
        }

        int whole = (dot < 0 ? text.Length : dot) - start;
        return whole > 0 && (whole == 1 || text[start] != '0') && dot != text.Length - 1 && text.Length <= MostDigits && !(isZero && start == 1);
    }

    private static decimal? Convert(object? value) => value switch
    {
        double number when Math.Abs(number) < 1e28 => (decimal)number,
        BigInteger number when BigInteger.Abs(number) <= new BigInteger(decimal.MaxValue) => (decimal)number,
        _ => null,
    };
}

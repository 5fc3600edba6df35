using System.Globalization;
using LiteBooks.Data;

namespace LiteBooks.Orders;

/// <summary>The e-mail that confirms an order.</summary>
internal static class OrderMail
{
    private const string Kind = "order_confirmation";

    public static Mail Confirm(OrderWithItems placed, BuyerRow buyer, string currency) =>
        new(Kind, buyer.FullName, buyer.Email, $"Your order {placed.Order.Id}", $"""
            Hello {OneLine.Of(buyer.FullName)},

            thank you for your order {placed.Order.Id}:

            {string.Join('\n', placed.Items.Select(item => Line(item, currency)))}

            Total: {Money(placed.Order.TotalCents, currency)}
            """.ReplaceLineEndings("\n"));

    private static string Line(OrderItemRow item, string currency) =>
        $"{item.Quantity} x {OneLine.Of(item.Title)}, {Money(item.UnitCents, currency)} each";

    private static string Money(long cents, string currency) =>
        string.Create(CultureInfo.InvariantCulture, $"{cents / 100m:0.00} {currency}");
}

namespace LiteBooks.Books.Admin;

/// <summary>What makes the fields valid that only an administrator sees.</summary>
internal static class AdminRules
{
    public static AdminPatch Check(UpdateAdminBook book, Faults faults) => new()
    {
        CostCents = book.CostPrice.Select(value => Cost(value, faults)),
        Supplier = book.Supplier.Select(value => TextRules.Text("supplier", value, AdminLimits.Supplier, faults)),
        InternalNotes = book.InternalNotes.Select(value => TextRules.Text("internal_notes", value, AdminLimits.InternalNotes, faults)),
        StockQuantity = book.StockQuantity.Select(value => Stock(value, faults)),
    };

    private static long? Cost(ExactDecimal? value, Faults faults)
    {
        if (value is not { } cost)
            return null;
        if (cost.Value is < 0 or > AdminLimits.HighestCost)
            faults.Add("cost_price", $"The cost must be from 0 to {AdminLimits.HighestCost}.", "out_of_range");
        else if (!cost.HasAtMost(decimals: 2))
            faults.Add("cost_price", "The cost has at most two decimals.", "too_many_decimals");
        else
            return (long)(cost.Value * 100);
        return null;
    }

    private static long Stock(long? value, Faults faults)
    {
        if (value is null)
            faults.Add("stock_quantity", "A value is required.", "required");
        else if (value is < 0 or > AdminLimits.Stock)
            faults.Add("stock_quantity", $"The number of copies must be from 0 to {AdminLimits.Stock}.", "out_of_range");
        return value ?? 0;
    }
}

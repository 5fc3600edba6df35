-- What only an administrator sees of a book, beside the stock_quantity that it has already. Costs are whole cents.
ALTER TABLE books ADD COLUMN cost_cents INTEGER CHECK (cost_cents >= 0);
ALTER TABLE books ADD COLUMN supplier TEXT;
ALTER TABLE books ADD COLUMN internal_notes TEXT;

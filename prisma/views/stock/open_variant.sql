-- Variants that are counted: how many are open at places that sell, and whether the shop sells them.
CREATE VIEW stock.open_variant AS
SELECT s."id" AS "variantId", s."open" AS "units", s."inShop" FROM "StockedVariant" s;

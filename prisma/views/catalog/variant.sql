-- What is sold of a product, by name, place, codes, currency and weight; one that is retired stays for the orders and drops that name it.
CREATE VIEW catalog.variant AS
SELECT v."id", v."productId", v."position", v."sku", v."title", v."titleZh", v."currency", v."grams", v."retiredAt", v."barcode" FROM "Variant" v;

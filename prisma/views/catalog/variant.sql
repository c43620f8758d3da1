-- What is sold of a product, by name, place and price.
CREATE VIEW catalog.variant AS
SELECT v."id", v."productId", v."position", v."sku", v."title", v."titleZh", v."priceMinor", v."currency" FROM "Variant" v;

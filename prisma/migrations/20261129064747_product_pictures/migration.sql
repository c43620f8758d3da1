DROP VIEW catalog.variant;

-- AlterTable
ALTER TABLE "Product" ADD COLUMN     "picturesVersion" INTEGER NOT NULL DEFAULT 1;

-- What is sold of a product, by name, place and price; one that is retired stays for the orders and drops that name it.
CREATE VIEW catalog.variant AS
SELECT v."id", v."productId", v."position", v."sku", v."title", v."titleZh", v."priceMinor", v."currency", v."retiredAt" FROM "Variant" v;

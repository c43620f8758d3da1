-- What each variant costs now, in the currency in which it is listed; a variant without a price is not there.
CREATE VIEW catalog.current_price AS
SELECT p."variantId", p."currency", p."amountMinor", p."compareAtMinor", p."taxIncluded"
FROM "Price" p JOIN "Variant" v ON v."id" = p."variantId" AND v."currency" = p."currency"
WHERE p."from" <= now() AND (p."until" IS NULL OR p."until" > now());

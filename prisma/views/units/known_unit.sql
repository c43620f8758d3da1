-- Every unit by its numbers, and how it stands; at_shop are those that the shop has or had last.
CREATE VIEW units.known_unit AS
SELECT u."id", u."productId", u."variantId", u."serial", u."state"::text AS "state",
  u."state" IN ('MADE', 'RECEIVED', 'RETURNED', 'REPAIRED', 'RECALLED') AS "at_shop" FROM "Unit" u;

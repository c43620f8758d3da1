-- Every ownership that is or was: which member, of which product, since when, and whether still.
CREATE VIEW ownership.any_owner AS
SELECT o."id", o."memberId", o."productId", o."registeredAt", o."endedAt" IS NULL AS "now" FROM "Ownership" o;

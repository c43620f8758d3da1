-- Who owns a unit of which product now, once for each unit.
CREATE VIEW ownership.current_owner AS
SELECT o."memberId", o."productId" FROM "Ownership" o WHERE o."endedAt" IS NULL;

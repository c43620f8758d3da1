-- Who owns a unit of which product now, and by which order, once for each unit.
CREATE VIEW ownership.current_owner AS
SELECT o."memberId", o."productId", o."unitId", o."orderId" FROM "Ownership" o WHERE o."endedAt" IS NULL;

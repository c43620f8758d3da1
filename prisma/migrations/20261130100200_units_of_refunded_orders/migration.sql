-- By hand: a device whose order was refunded after it had arrived stood as its buyer's; whose ownership stands open though it came back or was
-- written off is owned no more.
WITH gone AS (
  SELECT u."id", u."seq" + 1 AS seq, last."orderId", last."endedAt" FROM "Unit" u
    CROSS JOIN LATERAL (SELECT o."orderId", o."endedAt" FROM "Ownership" o WHERE o."unitId" = u."id" ORDER BY o."registeredAt" DESC LIMIT 1) AS last
    JOIN "Order" r ON r."id" = last."orderId" AND r."state" = 'REFUNDED'
  WHERE u."state" = 'OWNED' AND last."endedAt" IS NOT NULL
), noted AS (
  INSERT INTO "UnitEvent" ("unitId", "seq", "kind", "orderId", "at") SELECT g."id", g.seq, 'REFUNDED', g."orderId", g."endedAt" FROM gone g
)
UPDATE "Unit" u SET "state" = 'REFUNDED', "seq" = g.seq FROM gone g WHERE g."id" = u."id";

UPDATE "Ownership" o SET "endedAt" = greatest(o."registeredAt", e."at") FROM "Unit" u JOIN "UnitEvent" e ON e."unitId" = u."id" AND e."seq" = u."seq"
WHERE u."id" = o."unitId" AND o."endedAt" IS NULL AND u."state" IN ('RECEIVED', 'RETURNED', 'SCRAPPED');

UPDATE "UnitAssignment" a SET "endedAt" = e."at" FROM "Unit" u JOIN "UnitEvent" e ON e."unitId" = u."id" AND e."seq" = u."seq"
WHERE u."id" = a."unitId" AND a."endedAt" IS NULL AND u."state" IN ('RECEIVED', 'RETURNED', 'SCRAPPED');

-- Orders that were paid and whose goods were kept: whose, of which drop, when they were paid, and what they brought after what
-- was given back.
CREATE VIEW orders.kept_order AS
SELECT o."id", o."memberId", o."dropId", o."paidAt", o."currency",
  o."totalMinor" - coalesce((SELECT sum(r."amountMinor") FROM "Refund" r JOIN "Payment" p ON p."id" = r."paymentId" AND p."surplusAt" IS NULL
    WHERE r."orderId" = o."id" AND r."state" = 'DONE'), 0)::bigint AS "minor"
FROM "Order" o WHERE o."state" IN ('PAID', 'SHIPPED', 'DELIVERED');

-- Who holds what came for orders: each gateway, and `credit` for what was paid from balances and went back to them, whoever had paid it. The payer is the
-- gateway that it came by.
CREATE VIEW orders.money_held AS
SELECT h."orderId", h."payer", h."holder", h."currency", sum(h."minor") AS "minor" FROM (
  SELECT p."orderId", p."provider" AS "payer", p."provider" AS "holder", coalesce(p."cameCurrency", p."currency") AS "currency", coalesce(p."cameMinor", p."amountMinor") AS "minor"
  FROM "Payment" p WHERE p."state" IN ('PAID', 'REFUNDED', 'REVIEW')
  UNION ALL
  SELECT p."orderId", p."provider", CASE WHEN r."toCredit" THEN 'credit' ELSE p."provider" END, coalesce(p."cameCurrency", p."currency"), -r."amountMinor"
  FROM "Refund" r JOIN "Payment" p ON p."id" = r."paymentId" AND p."state" IN ('PAID', 'REFUNDED', 'REVIEW') WHERE r."state" = 'DONE') h
GROUP BY 1, 2, 3, 4;

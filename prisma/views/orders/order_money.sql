-- What the rows of orders say of money, by the gateway and the currency in which it came: what came and went back; and where it bought its order,
-- what was sold (with tax, and without it) and what of it was given back.
CREATE VIEW orders.order_money AS
SELECT o."id" AS "orderId", o."number", p."provider", coalesce(p."cameCurrency", p."currency") AS "currency",
  sum(coalesce(p."cameMinor", p."amountMinor")) AS "came", sum(coalesce(r."back", 0)) AS "back",
  max(o."totalMinor") FILTER (WHERE p."surplusAt" IS NULL AND o."paidAt" IS NOT NULL) AS "sold",
  max(o."totalMinor" - o."taxMinor") FILTER (WHERE p."surplusAt" IS NULL AND o."paidAt" IS NOT NULL) AS "soldNet",
  sum(coalesce(r."back", 0)) FILTER (WHERE p."surplusAt" IS NULL) AS "takenBack"
FROM "Order" o JOIN "Payment" p ON p."orderId" = o."id" AND p."state" IN ('PAID', 'REFUNDED', 'REVIEW')
LEFT JOIN LATERAL (SELECT sum(r."amountMinor") AS "back" FROM "Refund" r WHERE r."paymentId" = p."id" AND r."state" = 'DONE') r ON true
GROUP BY o."id", o."number", p."provider", coalesce(p."cameCurrency", p."currency");

DROP VIEW orders.order_money;

-- What banks have taken back of the money of orders by disputes, by the gateway and the currency in which it came: while they are open, and where they
-- were lost.
CREATE VIEW orders.order_disputed AS
SELECT p."orderId", p."provider", coalesce(p."cameCurrency", p."currency") AS "currency",
  coalesce(sum(coalesce(d."amountMinor", p."cameMinor", p."amountMinor")) FILTER (WHERE d."state" = 'OPEN'), 0) AS "open",
  coalesce(sum(coalesce(d."amountMinor", p."cameMinor", p."amountMinor")) FILTER (WHERE d."state" = 'LOST'), 0) AS "lost"
FROM "Dispute" d JOIN "Payment" p ON p."id" = d."paymentId" AND p."state" IN ('PAID', 'REFUNDED', 'REVIEW')
GROUP BY 1, 2, 3;

-- What the rows of orders say of money, by the gateway and the currency in which it came: what came and went back, by how many refunds that were asked
-- for; and where it bought its order, what was sold (with tax, without it, and the shipping of it), what of it was given back, and what reports of sales
-- name of it. The place is that among the changes of orders; none until it is given one.
CREATE VIEW orders.order_money AS
SELECT o."id" AS "orderId", o."number", p."provider", coalesce(p."cameCurrency", p."currency") AS "currency",
  sum(coalesce(p."cameMinor", p."amountMinor")) AS "came", sum(coalesce(r."back", 0)) AS "back",
  max(o."totalMinor") FILTER (WHERE p."surplusAt" IS NULL AND o."paidAt" IS NOT NULL) AS "sold",
  max(o."totalMinor" - o."taxMinor") FILTER (WHERE p."surplusAt" IS NULL AND o."paidAt" IS NOT NULL) AS "soldNet",
  sum(coalesce(r."back", 0)) FILTER (WHERE p."surplusAt" IS NULL) AS "takenBack",
  max(o."shippingMinor") FILTER (WHERE p."surplusAt" IS NULL AND o."paidAt" IS NOT NULL) AS "soldShipping",
  coalesce(sum(r."asked"), 0) AS "refunds", o."paidAt", o."market", o."shipCountry" AS "country", o."terms" #>> '{tax,ppm}' AS "taxPpm", o."place"
FROM "Order" o JOIN "Payment" p ON p."orderId" = o."id" AND p."state" IN ('PAID', 'REFUNDED', 'REVIEW')
LEFT JOIN LATERAL (SELECT sum(r."amountMinor") FILTER (WHERE r."state" = 'DONE') AS "back", count(*) AS "asked" FROM "Refund" r WHERE r."paymentId" = p."id") r ON true
GROUP BY o."id", p."provider", coalesce(p."cameCurrency", p."currency");

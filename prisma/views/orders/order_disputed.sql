-- What banks have taken back of the money of orders by disputes, by the gateway and the currency in which it came: while they are open, and where they
-- were lost.
CREATE VIEW orders.order_disputed AS
SELECT p."orderId", p."provider", coalesce(p."cameCurrency", p."currency") AS "currency",
  coalesce(sum(coalesce(d."amountMinor", p."cameMinor", p."amountMinor")) FILTER (WHERE d."state" = 'OPEN'), 0) AS "open",
  coalesce(sum(coalesce(d."amountMinor", p."cameMinor", p."amountMinor")) FILTER (WHERE d."state" = 'LOST'), 0) AS "lost"
FROM "Dispute" d JOIN "Payment" p ON p."id" = d."paymentId" AND p."state" IN ('PAID', 'REFUNDED', 'REVIEW')
GROUP BY 1, 2, 3;

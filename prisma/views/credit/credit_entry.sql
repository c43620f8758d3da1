-- Every movement of a balance, with its currency: what the books are proved against. Of what came of no order the kind says what it was.
CREATE VIEW credit.credit_entry AS
SELECT e."id", e."accountId", e."kind"::text AS "kind", e."amountMinor", a."currency", e."orderId", e."paymentId", e."refundId", e."at"
FROM "CreditEntry" e JOIN "CreditAccount" a ON a."id" = e."accountId";

-- Puts sums into balances, or takes them out where they are below nothing, each with its entry; p_entries is a list of {accountId, kind, amountMinor, orderId,
-- paymentId, refundId, reason}. What came back by a refund before comes back no second time. What comes back to a card that has expired may be spent
-- for another 90 days. Answers how many were written.
CREATE OR REPLACE FUNCTION give_credit(p_entries jsonb, p_by uuid, p_at timestamptz) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  given record;
  written int := 0;
BEGIN
  FOR given IN SELECT e.* FROM jsonb_to_recordset(p_entries) AS e("accountId" uuid, "kind" text, "amountMinor" bigint, "orderId" uuid, "paymentId" uuid, "refundId" uuid,
    "reason" text) ORDER BY e."accountId" LOOP
    INSERT INTO "CreditEntry" ("accountId", "kind", "amountMinor", "orderId", "paymentId", "refundId", "byId", "reason", "at")
    VALUES (given."accountId", given."kind"::"CreditEntryKind", given."amountMinor", given."orderId", given."paymentId", given."refundId", p_by, coalesce(given."reason", ''), p_at)
    ON CONFLICT DO NOTHING;
    CONTINUE WHEN NOT FOUND;
    UPDATE "CreditAccount" SET "balanceMinor" = "balanceMinor" + given."amountMinor",
      "expiresAt" = CASE WHEN given."kind" = 'RETURNED' THEN greatest("expiresAt", CASE WHEN "expiresAt" IS NOT NULL THEN p_at + interval '90 days' END) ELSE "expiresAt" END
      WHERE "id" = given."accountId";
    written := written + 1;
  END LOOP;
  RETURN written;
END $$;

-- AlterTable
ALTER TABLE "CreditEntry" ADD COLUMN     "key" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "CreditEntry_key_key" ON "CreditEntry"("key");

-- Puts sums into balances, or takes them out where they are below nothing, each with its entry; p_entries is a list of {accountId, kind, amountMinor, orderId,
-- paymentId, refundId, reason, key, lapsed}. What came back by a refund before comes back no second time, nor does what was given by the same key. What
-- comes back to a card by a refund may be spent for 90 days at least. Of an order that lapsed it may be spent as long as before, and a day
-- where the card expired meanwhile: else whoever orders and withdraws would keep a card for ever. Answers how many were written.
CREATE OR REPLACE FUNCTION give_credit(p_entries jsonb, p_by uuid, p_at timestamptz) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  given record;
  written int := 0;
BEGIN
  FOR given IN SELECT e.* FROM jsonb_to_recordset(p_entries) AS e("accountId" uuid, "kind" text, "amountMinor" bigint, "orderId" uuid, "paymentId" uuid, "refundId" uuid,
    "reason" text, "key" text, "lapsed" boolean) ORDER BY e."accountId" LOOP
    INSERT INTO "CreditEntry" ("accountId", "kind", "amountMinor", "orderId", "paymentId", "refundId", "byId", "reason", "key", "at")
    VALUES (given."accountId", given."kind"::"CreditEntryKind", given."amountMinor", given."orderId", given."paymentId", given."refundId", p_by, coalesce(given."reason", ''), given."key", p_at)
    ON CONFLICT DO NOTHING;
    CONTINUE WHEN NOT FOUND;
    UPDATE "CreditAccount" SET "balanceMinor" = "balanceMinor" + given."amountMinor",
      "expiresAt" = CASE
        WHEN "expiresAt" IS NULL OR given."kind" <> 'RETURNED' THEN "expiresAt"
        WHEN NOT coalesce(given."lapsed", false) THEN greatest("expiresAt", p_at + interval '90 days')
        WHEN "expiresAt" <= p_at THEN p_at + interval '1 day'
        ELSE "expiresAt" END
      WHERE "id" = given."accountId";
    written := written + 1;
  END LOOP;
  RETURN written;
END $$;

-- Whether a balance may be spent at a moment, by when it was disabled and when it expires. The only place that says so in SQL; the same for pages: standOf.
CREATE OR REPLACE FUNCTION may_be_spent(p_disabled timestamptz, p_expires timestamptz, p_at timestamptz) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT p_disabled IS NULL AND (p_expires IS NULL OR p_expires > p_at)
$$;

-- Takes sums out of balances and writes what became of them; p_parts is a list of {accountId, amountMinor, paymentId, orderId}. One guarded update: who
-- comes second to a balance sees what the first left of it. Answers how many were taken; the caller gives up its commit where that is fewer than asked.
CREATE OR REPLACE FUNCTION take_credit(p_parts jsonb, p_by uuid, p_at timestamptz) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  part record;
  taken int := 0;
BEGIN
  -- By account, so that two who take from the same ones never wait for each other crosswise.
  FOR part IN SELECT p.* FROM jsonb_to_recordset(p_parts) AS p("accountId" uuid, "amountMinor" bigint, "paymentId" uuid, "orderId" uuid) ORDER BY p."accountId" LOOP
    UPDATE "CreditAccount" SET "balanceMinor" = "balanceMinor" - part."amountMinor"
      WHERE "id" = part."accountId" AND "balanceMinor" >= part."amountMinor" AND part."amountMinor" > 0
        AND may_be_spent("disabledAt", "expiresAt", p_at);
    CONTINUE WHEN NOT FOUND;
    INSERT INTO "CreditEntry" ("accountId", "kind", "amountMinor", "orderId", "paymentId", "byId", "at")
    VALUES (part."accountId", 'SPENT', -part."amountMinor", part."orderId", part."paymentId", p_by, p_at);
    taken := taken + 1;
  END LOOP;
  RETURN taken;
END $$;

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

-- By hand:

-- Writes an event in the caller's commit, with the job that runs its reactions where something follows it. The event's
-- id is the job's key: nothing is ever replaced by it, so the queue need not look whether something is.
CREATE FUNCTION emit_event(p_id uuid, p_name text, p_payload jsonb, p_actor uuid, p_at timestamptz, p_followed boolean, p_attempts int, p_priority int)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Event" ("id", "name", "payload", "actorId", "at") VALUES (p_id, p_name, p_payload, p_actor, p_at);
  IF p_followed THEN
    PERFORM graphile_worker.add_job('react', json_build_object('eventId', p_id), max_attempts => p_attempts, priority => p_priority, job_key => p_id::text, job_key_mode => 'unsafe_dedupe');
  END IF;
END $$;

-- Settles a payment whose money came in time, in one statement and so in one commit: every buyer of the drop waits for
-- the stock row while it is locked, and a settlement of many statements keeps it for as many turns of a busy process.
-- The webhook that told is noted with it, where one did. False when that was acted upon before. Whatever is not plain
-- (another amount, a limit, a hold that ended, a drop called off, money that came twice) is raised as MLT01, and leaves
-- no trace: lib/flows/settle-payment.ts then settles with care.
CREATE FUNCTION settle_paid(p_told jsonb, p_payment jsonb, p_kinds text[], p_digests text[], p_event uuid, p_attempts int, p_priority int, p_at timestamptz)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  found_order record;
BEGIN
  IF p_told IS NOT NULL THEN
    INSERT INTO "PaymentNotice" AS n ("provider", "eventId", "type", "sessionId", "payload", "receivedAt", "settledAt", "outcome")
    VALUES (p_payment->>'provider', p_told->>'eventId', p_told->>'type', p_payment->>'sessionId', p_told->'payload', (p_told->>'receivedAt')::timestamptz, p_at, 'paid')
    ON CONFLICT ("provider", "eventId") DO UPDATE SET "settledAt" = p_at, "outcome" = 'paid' WHERE n."settledAt" IS NULL;
    IF NOT FOUND THEN RETURN false; END IF;
  END IF;

  SELECT o."id", o."claimId", o."dropId" INTO found_order FROM "Order" o JOIN "Payment" p ON p."orderId" = o."id"
    WHERE p."id" = (p_payment->>'id')::uuid AND p."provider" = p_payment->>'provider' AND p."state" IN ('STARTING', 'OPEN') AND o."state" = 'PENDING'
      AND p."amountMinor" = (p_payment->>'amountMinor')::int AND p."currency" = p_payment->>'currency'
      AND coalesce(p."sessionId", p_payment->>'sessionId') = p_payment->>'sessionId'
    FOR UPDATE OF o, p;
  IF NOT FOUND OR EXISTS (SELECT 1 FROM "Drop" d WHERE d."id" = found_order."dropId" AND d."cancelledAt" IS NOT NULL)
    OR EXISTS (SELECT 1 FROM "Order" x WHERE x."claimId" = found_order."claimId" AND x."id" <> found_order."id" AND x."state" NOT IN ('CANCELLED', 'REFUNDED')) THEN
    RAISE EXCEPTION 'not plain' USING ERRCODE = 'MLT01';
  END IF;

  INSERT INTO "LimitMark" ("dropId", "kind", "digest", "claimId")
  SELECT found_order."dropId", want.kind::"LimitKind", want.digest, found_order."claimId" FROM unnest(p_kinds, p_digests) AS want(kind, digest)
  ON CONFLICT ("dropId", "kind", "digest") DO NOTHING;
  IF (SELECT count(*) FROM "LimitMark" m JOIN unnest(p_kinds, p_digests) AS want(kind, digest) ON m."kind" = want.kind::"LimitKind" AND m."digest" = want.digest
    WHERE m."dropId" = found_order."dropId" AND m."claimId" = found_order."claimId") < cardinality(p_kinds) THEN
    RAISE EXCEPTION 'not plain' USING ERRCODE = 'MLT01';
  END IF;

  UPDATE "Payment" SET "state" = 'PAID', "paymentRef" = p_payment->>'paymentRef', "sessionId" = p_payment->>'sessionId', "settledAt" = p_at WHERE "id" = (p_payment->>'id')::uuid;
  UPDATE "Order" SET "state" = 'PAID', "paidAt" = p_at WHERE "id" = found_order."id";
  INSERT INTO "OrderStep" ("id", "orderId", "kind", "at") VALUES (gen_random_uuid(), found_order."id", 'PAID', p_at);
  PERFORM emit_event(p_event, 'order.paid', jsonb_build_object('orderId', found_order."id"), NULL, p_at, true, p_attempts, p_priority);

  -- The stock row last.
  IF NOT keep_claim(found_order."claimId", p_at) THEN RAISE EXCEPTION 'not plain' USING ERRCODE = 'MLT01'; END IF;
  RETURN true;
END $$;

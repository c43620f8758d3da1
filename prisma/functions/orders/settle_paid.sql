-- Settles the payments of one moment whose money came in time, in one statement and so in one commit: what each costs
-- alone, a commit, its turn at the stock row, the ledger's last row, a note to the worker, is paid once for all. The
-- webhooks that told are noted with them, where one did; p_payments is a list of {place, id, provider, sessionId,
-- amountMinor, currency, paymentRef, kinds, digests, event, told}. Answers the places of those that are settled by it;
-- the others were acted upon before. Whatever does not fit (another amount, a limit, a hold that ended, a drop called
-- off, money that came twice) is raised as MLT01, and leaves no trace of any: the caller then settles each alone. Orders of drops' units and orders of
-- the shop may stand in one list.
--
-- Planned anew each time: a plan made while the tables were empty looked payments up by an index that finds hundreds
-- of them, and was kept.
CREATE OR REPLACE FUNCTION settle_paid(p_payments jsonb, p_attempts int, p_priority int, p_at timestamptz)
RETURNS int[] LANGUAGE plpgsql
SET plan_cache_mode = 'force_custom_plan'
AS $$
DECLARE
  paid record;
  found_order record;
  places int[] := '{}';
  orders uuid[] := '{}';
  claims uuid[] := '{}';
  goods uuid[] := '{}';
  events uuid[] := '{}';
BEGIN
  -- By order, as by who orders carts again (lockOrdersOfCarts): so that nobody waits for the orders of another crosswise.
  FOR paid IN
    SELECT p.* FROM jsonb_to_recordset(p_payments) AS p(place int, id uuid, provider text, "sessionId" text, "amountMinor" bigint, currency text, "paymentRef" text,
      kinds text[], digests text[], event uuid, told jsonb)
    ORDER BY (SELECT x."orderId" FROM "Payment" x WHERE x."id" = p.id), p.id, p.place
  LOOP
    IF paid.told IS NOT NULL THEN
      INSERT INTO "PaymentNotice" AS n ("provider", "eventId", "type", "sessionId", "payload", "receivedAt", "settledAt", "outcome")
      VALUES (paid.provider, paid.told->>'eventId', paid.told->>'type', paid."sessionId", paid.told->'payload', (paid.told->>'receivedAt')::timestamptz, p_at, 'paid')
      ON CONFLICT ("provider", "eventId") DO UPDATE SET "settledAt" = p_at, "outcome" = 'paid' WHERE n."settledAt" IS NULL;
      CONTINUE WHEN NOT FOUND;
    END IF;

    SELECT o."id", o."claimId", o."dropId" INTO found_order FROM "Order" o JOIN "Payment" p ON p."orderId" = o."id"
      WHERE p."id" = paid.id AND p."provider" = paid.provider AND p."state" IN ('STARTING', 'OPEN') AND o."state" = 'PENDING'
        AND p."amountMinor" = paid."amountMinor" AND p."amountMinor" = o."totalMinor" - o."creditMinor" AND p."currency" = paid.currency AND coalesce(p."sessionId", paid."sessionId") = paid."sessionId"
      FOR UPDATE OF o, p;
    IF NOT FOUND OR EXISTS (SELECT 1 FROM "Drop" d WHERE d."id" = found_order."dropId" AND d."cancelledAt" IS NOT NULL)
      OR EXISTS (SELECT 1 FROM "Payment" x WHERE found_order."claimId" IS NULL AND x."orderId" = found_order."id" AND x."id" <> paid.id AND x."provider" <> 'credit' AND x."state" IN ('PAID', 'REFUNDED'))
      OR EXISTS (SELECT 1 FROM "Order" x WHERE x."claimId" = found_order."claimId" AND x."id" <> found_order."id" AND x."state" NOT IN ('CANCELLED', 'REFUNDED')) THEN
      RAISE EXCEPTION 'not plain' USING ERRCODE = 'MLT01';
    END IF;

    INSERT INTO "LimitMark" ("dropId", "kind", "digest", "claimId")
    SELECT found_order."dropId", want.kind::"LimitKind", want.digest, found_order."claimId" FROM unnest(paid.kinds, paid.digests) AS want(kind, digest)
    ON CONFLICT ("dropId", "kind", "digest") DO NOTHING;
    IF (SELECT count(*) FROM "LimitMark" m JOIN unnest(paid.kinds, paid.digests) AS want(kind, digest) ON m."kind" = want.kind::"LimitKind" AND m."digest" = want.digest
      WHERE m."dropId" = found_order."dropId" AND m."claimId" = found_order."claimId") < cardinality(paid.kinds) THEN
      RAISE EXCEPTION 'not plain' USING ERRCODE = 'MLT01';
    END IF;

    UPDATE "Payment" SET "state" = 'PAID', "paymentRef" = paid."paymentRef", "sessionId" = paid."sessionId", "settledAt" = p_at WHERE "id" = paid.id;
    UPDATE "Order" SET "state" = 'PAID', "paidAt" = p_at WHERE "id" = found_order."id";
    places := places || paid.place;
    orders := orders || found_order."id";
    IF found_order."claimId" IS NULL THEN goods := goods || found_order."id"; ELSE claims := claims || found_order."claimId"; END IF;
    events := events || paid.event;
  END LOOP;
  IF cardinality(places) = 0 THEN RETURN places; END IF;

  INSERT INTO "OrderStep" ("id", "orderId", "kind", "at") SELECT gen_random_uuid(), o, 'PAID', p_at FROM unnest(orders) AS o;
  INSERT INTO "Event" ("id", "name", "payload", "at") SELECT e.id, 'order.paid', jsonb_build_object('orderId', e.o), p_at FROM unnest(events, orders) AS e(id, o);
  PERFORM graphile_worker.add_jobs(ARRAY(
    SELECT ('react', json_build_object('eventId', e), NULL, NULL, p_attempts, e::text, p_priority, NULL)::graphile_worker.job_spec FROM unnest(events) AS e));

  -- The stock rows last: every buyer of the drop, or of the same goods, waits for them.
  IF cardinality(goods) > 0 AND NOT sell_held(goods, p_at) THEN RAISE EXCEPTION 'not plain' USING ERRCODE = 'MLT01'; END IF;
  IF cardinality(claims) > 0 AND NOT keep_claims(claims, p_at) THEN RAISE EXCEPTION 'not plain' USING ERRCODE = 'MLT01'; END IF;
  RETURN places;
END $$;

-- Takes a batch of entries down for a wave whose units are given by rank: members, the allotments they ask for, their
-- e-mail limits. Waits for a decision that is under way (FOR SHARE), and says so when it has fallen.
CREATE OR REPLACE FUNCTION enter_wave(p_wave uuid, p_members uuid[], p_allotments uuid[], p_emails text[], p_now timestamptz)
RETURNS TABLE ("memberId" uuid, "outcome" text, "entryId" uuid) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  terms record;
  shut text;
BEGIN
  SELECT w."opensAt", w."closesAt", w."pausedAt", w."decidedAt", d."id" AS drop_id, d."announcedAt", d."cancelledAt",
      d."needsReservation", (d."mode" = 'FIRST_COME' AND p_now >= w."opensAt" + make_interval(secs => d."fairSeconds")) AS late
    INTO terms FROM "Wave" w JOIN "Drop" d ON d."id" = w."dropId" WHERE w."id" = p_wave FOR SHARE OF w;

  shut := CASE
    WHEN terms."cancelledAt" IS NOT NULL OR p_now >= terms."closesAt" THEN 'closed'
    WHEN terms."announcedAt" IS NULL OR p_now < terms."opensAt" THEN 'not-open'
    WHEN terms."pausedAt" IS NOT NULL THEN 'paused'
    WHEN terms."decidedAt" IS NOT NULL THEN 'decided'
  END;

  IF shut IS NULL THEN
    INSERT INTO "Entry" ("dropId", "waveId", "memberId", "allotmentId", "emailKey", "priority", "late", "at")
    SELECT terms.drop_id, p_wave, a.member, a.allotment, a.email, coalesce(r."priority", 0), terms.late, p_now
    FROM unnest(p_members, p_allotments, p_emails) WITH ORDINALITY AS a(member, allotment, email, place)
    LEFT JOIN LATERAL (SELECT r."priority" FROM "Reservation" r WHERE r."dropId" = terms.drop_id AND r."memberId" = a.member LIMIT 1) r ON true
    WHERE NOT terms."needsReservation" OR r."priority" IS NOT NULL
    ORDER BY a.place
    ON CONFLICT DO NOTHING;
    IF FOUND THEN PERFORM pg_notify('millet_live', terms.drop_id::text); END IF;
  END IF;

  RETURN QUERY
    SELECT m.member,
      CASE
        WHEN e."id" IS NOT NULL THEN 'entered'
        WHEN shut IS NOT NULL THEN shut
        WHEN terms."needsReservation" AND asked."memberId" IS NULL THEN 'needs-reservation'
        ELSE 'email-used'
      END,
      e."id"
    FROM (SELECT DISTINCT unnest(p_members) AS member) m
    LEFT JOIN LATERAL (SELECT e."id" FROM "Entry" e WHERE e."waveId" = p_wave AND e."memberId" = m.member LIMIT 1) e ON true
    LEFT JOIN LATERAL (SELECT r."memberId" FROM "Reservation" r WHERE r."dropId" = terms.drop_id AND r."memberId" = m.member LIMIT 1) asked ON true;
END $$;

-- Settles a batch of arrivals for the units of one allotment, in the order of the array; p_emails names each member's
-- e-mail limit, or NULL. Other processes are told at commit, unless the caller does that itself (p_note). Who gives the
-- claims their ids (p_ids) is answered by one row without a member when everyone in the batch got a unit.
--
-- The stock row is the lock: whoever holds it decides alone, in whatever process. Each statement below takes a
-- snapshot of its own (READ COMMITTED), so what is read after the lock is what the last holder committed. The lock
-- is FOR NO KEY UPDATE: foreign-key checks by payments that are being settled do not wait for it, nor it for them.
--
-- One plan is kept: how many claims a batch holds tells the planner nothing that would change its mind, and planning
-- each batch anew took as long as settling it. It is made while the tables may be empty: hence no sequential scans.
-- A note wakes every connection that listens, in each process: the gate tells the others itself, ten times a second at
-- most, which saves a tenth of the work of granting.
CREATE OR REPLACE FUNCTION settle_claims(p_allotment uuid, p_members uuid[], p_emails text[], p_now timestamptz, p_note boolean DEFAULT true, p_ids uuid[] DEFAULT NULL)
RETURNS TABLE ("memberId" uuid, "outcome" text, "claimId" uuid, "variantId" uuid, "heldUntil" timestamptz, "remaining" int)
LANGUAGE plpgsql
SET plan_cache_mode = 'force_generic_plan'
SET enable_seqscan = off
AS $$
#variable_conflict use_column
DECLARE
  stock "Allotment";
  terms record;
  shut text;
  left_over int;
  wanted int;
  won uuid[];
  lucky uuid[];
  served uuid[];
  keys text[];
  held_until timestamptz;
  plain boolean := false;
  fresh uuid[] := '{}';
  holders uuid[] := '{}';
BEGIN
  SELECT * INTO stock FROM "Allotment" a WHERE a."id" = p_allotment FOR NO KEY UPDATE;

  SELECT w."opensAt", w."closesAt", w."pausedAt", w."decidedAt", d."id" AS drop_id, d."announcedAt", d."cancelledAt",
      d."needsReservation", d."holdSeconds", (d."mode" = 'DRAW' OR d."fairSeconds" > 0) AS ranked
    INTO terms FROM "Wave" w JOIN "Drop" d ON d."id" = w."dropId" WHERE w."id" = stock."waveId";

  shut := CASE
    WHEN terms."cancelledAt" IS NOT NULL OR p_now >= terms."closesAt" THEN 'closed'
    WHEN terms."announcedAt" IS NULL OR p_now < terms."opensAt" THEN 'not-open'
    WHEN terms."pausedAt" IS NOT NULL THEN 'paused'
    WHEN terms.ranked AND terms."decidedAt" IS NULL AND stock."channel" <> 'FCODE' THEN 'undecided'
  END;
  left_over := stock."remaining";
  held_until := p_now + make_interval(secs => terms."holdSeconds");

  -- Nearly always whoever has no claim yet is let in, in order, and the unique keys tell when there was more to it. Members
  -- go in by id, so that two batches of one drop never wait for each other crosswise.
  IF shut IS NULL AND left_over > 0 AND NOT terms."needsReservation" THEN
    BEGIN
      SELECT coalesce(array_agg(c."memberId"), '{}') INTO served FROM "Claim" c
        WHERE c."dropId" = terms.drop_id AND c."memberId" = ANY (p_members) AND c."state" <> 'RELEASED';
      fresh := coalesce(p_ids, ARRAY(SELECT gen_random_uuid() FROM unnest(p_members)));
      holders := p_members;
      keys := p_emails;
      IF cardinality(served) > 0 OR left_over < cardinality(p_members) THEN
        SELECT coalesce(array_agg(line.id ORDER BY line.place), '{}'), coalesce(array_agg(line.member ORDER BY line.place), '{}'), array_agg(line.email ORDER BY line.place)
          INTO fresh, holders, keys FROM (
            SELECT * FROM unnest(fresh, p_members, p_emails) WITH ORDINALITY AS a(id, member, email, place)
            WHERE a.member <> ALL (served) ORDER BY a.place LIMIT left_over
          ) line;
      END IF;
      INSERT INTO "Claim" ("id", "dropId", "allotmentId", "memberId", "emailKey", "heldUntil", "createdAt")
      SELECT line.id, terms.drop_id, p_allotment, m."id", line.email, held_until, p_now
      FROM unnest(fresh, holders, keys) AS line(id, member, email) JOIN "Member" m ON m."id" = line.member ORDER BY line.member;
      GET DIAGNOSTICS wanted = ROW_COUNT;
      IF wanted < cardinality(holders) THEN RAISE EXCEPTION 'nobody there' USING ERRCODE = 'MLT02'; END IF;
      plain := true;
    EXCEPTION WHEN unique_violation OR SQLSTATE 'MLT02' THEN
      holders := '{}';
      fresh := '{}';
    END;
    PERFORM append_movements(p_allotment, 'CLAIMED', -1, fresh, p_now);
    left_over := left_over - cardinality(fresh);
  END IF;

  -- Otherwise with care. Looked up one by one (LATERAL … LIMIT 1): whatever the planner believes of a fresh table, it
  -- never reads all claims.
  -- A member who is claiming another variant at this moment is seen only by the unique index, and leaves a unit to
  -- the next in line: so look again until everyone who was let in has a claim.
  WHILE shut IS NULL AND left_over > 0 AND NOT plain LOOP
    WITH line AS (
      SELECT a.member, min(a.email) AS email, min(a.place) AS place FROM unnest(p_members, p_emails) WITH ORDINALITY AS a(member, email, place)
      JOIN "Member" m ON m."id" = a.member
      LEFT JOIN LATERAL (SELECT c."id" FROM "Claim" c
        WHERE c."dropId" = terms.drop_id AND c."memberId" = a.member AND c."state" <> 'RELEASED' LIMIT 1) live ON true
      LEFT JOIN LATERAL (SELECT c."id" FROM "Claim" c
        WHERE c."dropId" = terms.drop_id AND c."emailKey" = a.email AND c."emailKey" IS NOT NULL AND c."state" <> 'RELEASED' LIMIT 1) twin ON true
      LEFT JOIN LATERAL (SELECT r."memberId" FROM "Reservation" r
        WHERE terms."needsReservation" AND r."dropId" = terms.drop_id AND r."memberId" = a.member LIMIT 1) asked ON true
      WHERE live."id" IS NULL AND twin."id" IS NULL AND (NOT terms."needsReservation" OR asked."memberId" IS NOT NULL)
      GROUP BY a.member ORDER BY 3 LIMIT left_over
    ), let_in AS (
      INSERT INTO "Claim" ("dropId", "allotmentId", "memberId", "emailKey", "heldUntil", "createdAt")
      SELECT terms.drop_id, p_allotment, line.member, line.email, held_until, p_now
      FROM line ORDER BY line.member
      ON CONFLICT DO NOTHING
      RETURNING "Claim"."id", "Claim"."memberId"
    )
    SELECT (SELECT count(*) FROM line),
      coalesce(array_agg(let_in."id" ORDER BY line.place), '{}'), coalesce(array_agg(let_in."memberId" ORDER BY line.place), '{}')
      INTO wanted, won, lucky FROM let_in JOIN line ON line.member = let_in."memberId";

    PERFORM append_movements(p_allotment, 'CLAIMED', -1, won, p_now);
    left_over := left_over - cardinality(won);
    fresh := fresh || won;
    holders := holders || lucky;
    EXIT WHEN wanted = cardinality(won);
  END LOOP;

  IF p_note AND cardinality(fresh) > 0 THEN PERFORM pg_notify('millet_live', terms.drop_id::text); END IF;

  IF p_ids IS NOT NULL AND plain AND cardinality(fresh) = cardinality(p_members) THEN
    RETURN QUERY SELECT NULL::uuid, 'granted', NULL::uuid, stock."variantId", held_until, left_over;
    RETURN;
  END IF;

  RETURN QUERY
    SELECT g.member, 'granted', g.claim, stock."variantId", held_until, left_over
    FROM unnest(holders, fresh) AS g(member, claim);

  -- Of the others, only those who were not let in have to be looked for.
  IF cardinality(holders) < cardinality(p_members) THEN
    RETURN QUERY
      SELECT m.member,
        CASE
          WHEN c."state" = 'PAID' THEN 'owned'
          WHEN c."heldUntil" <= p_now THEN 'hold-ended'
          WHEN c."id" IS NOT NULL THEN 'existing'
          WHEN shut IS NOT NULL THEN shut
          WHEN terms."needsReservation" AND asked."memberId" IS NULL THEN 'needs-reservation'
          WHEN twin."id" IS NOT NULL THEN 'email-used'
          ELSE 'sold-out'
        END,
        c."id", held."variantId", c."heldUntil", left_over
      FROM (SELECT a.member, min(a.email) AS email FROM unnest(p_members, p_emails) AS a(member, email)
        WHERE a.member NOT IN (SELECT unnest(holders)) GROUP BY a.member) m
      LEFT JOIN LATERAL (SELECT * FROM "Claim" c
        WHERE c."dropId" = terms.drop_id AND c."memberId" = m.member AND c."state" <> 'RELEASED' LIMIT 1) c ON true
      LEFT JOIN LATERAL (SELECT r."memberId" FROM "Reservation" r
        WHERE c."id" IS NULL AND terms."needsReservation" AND r."dropId" = terms.drop_id AND r."memberId" = m.member LIMIT 1) asked ON true
      LEFT JOIN LATERAL (SELECT x."id" FROM "Claim" x
        WHERE c."id" IS NULL AND x."dropId" = terms.drop_id AND x."emailKey" = m.email AND x."emailKey" IS NOT NULL AND x."state" <> 'RELEASED' LIMIT 1) twin ON true
      LEFT JOIN LATERAL (SELECT a."variantId" FROM "Allotment" a WHERE a."id" = c."allotmentId" LIMIT 1) held ON true;
  END IF;
END $$;

-- Settles the payments of one moment whose money came in time, in one statement and so in one commit: what each costs
-- alone, a commit, its turn at the stock row, the ledger's last row, a note to the worker, is paid once for all. The
-- webhooks that told are noted with them, where one did; p_payments is a list of {place, id, provider, sessionId,
-- amountMinor, currency, paymentRef, kinds, digests, event, told}. Answers the places of those that are settled by it;
-- the others were acted upon before. Whatever does not fit (another amount, a limit, a hold that ended, a drop called
-- off, money that came twice) is raised as MLT01, and leaves no trace of any: the caller then settles each alone.
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
  events uuid[] := '{}';
BEGIN
  -- By payment, so that two such statements never wait for each other's orders crosswise.
  FOR paid IN
    SELECT p.* FROM jsonb_to_recordset(p_payments) AS p(place int, id uuid, provider text, "sessionId" text, "amountMinor" int, currency text, "paymentRef" text,
      kinds text[], digests text[], event uuid, told jsonb) ORDER BY p.id, p.place
  LOOP
    IF paid.told IS NOT NULL THEN
      INSERT INTO "PaymentNotice" AS n ("provider", "eventId", "type", "sessionId", "payload", "receivedAt", "settledAt", "outcome")
      VALUES (paid.provider, paid.told->>'eventId', paid.told->>'type', paid."sessionId", paid.told->'payload', (paid.told->>'receivedAt')::timestamptz, p_at, 'paid')
      ON CONFLICT ("provider", "eventId") DO UPDATE SET "settledAt" = p_at, "outcome" = 'paid' WHERE n."settledAt" IS NULL;
      CONTINUE WHEN NOT FOUND;
    END IF;

    SELECT o."id", o."claimId", o."dropId" INTO found_order FROM "Order" o JOIN "Payment" p ON p."orderId" = o."id"
      WHERE p."id" = paid.id AND p."provider" = paid.provider AND p."state" IN ('STARTING', 'OPEN') AND o."state" = 'PENDING'
        AND p."amountMinor" = paid."amountMinor" AND p."amountMinor" = o."totalMinor" AND p."currency" = paid.currency AND coalesce(p."sessionId", paid."sessionId") = paid."sessionId"
      FOR UPDATE OF o, p;
    IF NOT FOUND OR EXISTS (SELECT 1 FROM "Drop" d WHERE d."id" = found_order."dropId" AND d."cancelledAt" IS NOT NULL)
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
    claims := claims || found_order."claimId";
    events := events || paid.event;
  END LOOP;
  IF cardinality(places) = 0 THEN RETURN places; END IF;

  INSERT INTO "OrderStep" ("id", "orderId", "kind", "at") SELECT gen_random_uuid(), o, 'PAID', p_at FROM unnest(orders) AS o;
  INSERT INTO "Event" ("id", "name", "payload", "at") SELECT e.id, 'order.paid', jsonb_build_object('orderId', e.o), p_at FROM unnest(events, orders) AS e(id, o);
  PERFORM graphile_worker.add_jobs(ARRAY(
    SELECT ('react', json_build_object('eventId', e), NULL, NULL, p_attempts, e::text, p_priority, NULL)::graphile_worker.job_spec FROM unnest(events) AS e));

  -- The stock rows last: every buyer of the drop waits for them.
  IF NOT keep_claims(claims, p_at) THEN RAISE EXCEPTION 'not plain' USING ERRCODE = 'MLT01'; END IF;
  RETURN places;
END $$;

-- By hand:

-- Settles a batch of arrivals for the units of one allotment, in the order of the array.
--
-- The stock row is the lock: whoever holds it decides alone, in whatever process. Each statement below takes a
-- snapshot of its own (READ COMMITTED), so what is read after the lock is what the last holder committed. The lock
-- is FOR NO KEY UPDATE: foreign-key checks by payments that are being settled do not wait for it, nor it for them.
CREATE OR REPLACE FUNCTION settle_claims(p_allotment uuid, p_members uuid[], p_now timestamptz)
RETURNS TABLE ("memberId" uuid, "outcome" text, "claimId" uuid, "variantId" uuid, "heldUntil" timestamptz, "remaining" int)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  stock "Allotment";
  terms record;
  shut text;
  wanted int;
  won uuid[];
  fresh uuid[] := '{}';
BEGIN
  SELECT * INTO stock FROM "Allotment" a WHERE a."id" = p_allotment FOR NO KEY UPDATE;

  SELECT w."opensAt", w."closesAt", d."id" AS drop_id, d."announcedAt", d."cancelledAt", d."needsReservation", d."holdSeconds"
    INTO terms FROM "Wave" w JOIN "Drop" d ON d."id" = w."dropId" WHERE w."id" = stock."waveId";

  shut := CASE
    WHEN terms."announcedAt" IS NULL OR p_now < terms."opensAt" THEN 'not-open'
    WHEN terms."cancelledAt" IS NOT NULL OR p_now >= terms."closesAt" THEN 'closed'
  END;

  -- Looked up one by one (LATERAL … LIMIT 1): whatever the planner believes of a fresh table, it never reads all claims.
  -- A member who is claiming another variant at this moment is seen only by the unique index, and leaves a unit to
  -- the next in line: so look again until everyone who was let in has a claim. Members go in by id, so that two
  -- batches of one drop never wait for each other crosswise.
  WHILE shut IS NULL AND stock."remaining" > 0 LOOP
    WITH line AS (
      SELECT a.member, min(a.place) AS place FROM unnest(p_members) WITH ORDINALITY AS a(member, place)
      LEFT JOIN LATERAL (SELECT c."id" FROM "Claim" c
        WHERE c."dropId" = terms.drop_id AND c."memberId" = a.member AND c."state" <> 'RELEASED' LIMIT 1) live ON true
      LEFT JOIN LATERAL (SELECT r."memberId" FROM "Reservation" r
        WHERE terms."needsReservation" AND r."dropId" = terms.drop_id AND r."memberId" = a.member LIMIT 1) asked ON true
      WHERE live."id" IS NULL AND (NOT terms."needsReservation" OR asked."memberId" IS NOT NULL)
      GROUP BY a.member ORDER BY 2 LIMIT stock."remaining"
    ), let_in AS (
      INSERT INTO "Claim" ("dropId", "allotmentId", "memberId", "heldUntil", "createdAt")
      SELECT terms.drop_id, p_allotment, line.member, p_now + make_interval(secs => terms."holdSeconds"), p_now
      FROM line ORDER BY line.member
      ON CONFLICT ("dropId", "memberId") WHERE "state" <> 'RELEASED' DO NOTHING
      RETURNING "Claim"."id", "Claim"."memberId"
    ), written AS (
      INSERT INTO "UnitMovement" ("dropId", "allotmentId", "claimId", "kind", "delta", "at")
      SELECT terms.drop_id, p_allotment, let_in."id", 'CLAIMED', -1, p_now
      FROM let_in JOIN line ON line.member = let_in."memberId" ORDER BY line.place
    )
    SELECT (SELECT count(*) FROM line), coalesce((SELECT array_agg(let_in."id") FROM let_in), '{}') INTO wanted, won;

    stock."remaining" := stock."remaining" - cardinality(won);
    fresh := fresh || won;
    EXIT WHEN wanted = cardinality(won);
  END LOOP;

  IF cardinality(fresh) > 0 THEN
    UPDATE "Allotment" a SET "remaining" = stock."remaining" WHERE a."id" = p_allotment;
    PERFORM pg_notify('millet_live', terms.drop_id::text);
  END IF;

  RETURN QUERY
    SELECT m.member,
      CASE
        WHEN f.id IS NOT NULL THEN 'granted'
        WHEN c."state" = 'PAID' THEN 'owned'
        WHEN c."heldUntil" <= p_now THEN 'hold-ended'
        WHEN c."id" IS NOT NULL THEN 'existing'
        WHEN shut IS NOT NULL THEN shut
        WHEN terms."needsReservation" AND asked."memberId" IS NULL THEN 'needs-reservation'
        ELSE 'sold-out'
      END,
      c."id", held."variantId", c."heldUntil", stock."remaining"
    FROM (SELECT DISTINCT unnest(p_members) AS member) m
    LEFT JOIN LATERAL (SELECT * FROM "Claim" c
      WHERE c."dropId" = terms.drop_id AND c."memberId" = m.member AND c."state" <> 'RELEASED' LIMIT 1) c ON true
    LEFT JOIN LATERAL (SELECT r."memberId" FROM "Reservation" r
      WHERE terms."needsReservation" AND r."dropId" = terms.drop_id AND r."memberId" = m.member LIMIT 1) asked ON true
    LEFT JOIN LATERAL (SELECT a."variantId" FROM "Allotment" a WHERE a."id" = c."allotmentId" LIMIT 1) held ON true
    LEFT JOIN unnest(fresh) AS f(id) ON f.id = c."id";
END $$;

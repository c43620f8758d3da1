-- Offers up to p_units units that have come back to an allotment to those who wait for its variant, in their order;
-- answers the new claims. What was on offer to everybody before stays on offer to everybody.
--
-- Nothing is offered of the units held back for F-codes, of a drop that was called off, before a wave opens, before its
-- entries are ranked, or while it is paused. In a wave that is over, units wait for the next one, until no other comes.
CREATE OR REPLACE FUNCTION offer_waiting(p_allotment uuid, p_units int, p_now timestamptz) RETURNS SETOF uuid LANGUAGE plpgsql AS $$
DECLARE
  terms record;
  place record;
  given uuid;
  left_over int;
BEGIN
  -- The lock has a statement of its own: whoever called the drop off or paused it while this one waited is seen by the next.
  SELECT least(a."remaining", p_units) INTO STRICT left_over FROM "Allotment" a WHERE a."id" = p_allotment FOR NO KEY UPDATE;
  SELECT a."variantId", d."id" AS drop_id, d."offerSeconds",
      a."channel" = 'FCODE' OR d."cancelledAt" IS NOT NULL OR p_now < w."opensAt"
        OR ((d."mode" = 'DRAW' OR d."fairSeconds" > 0) AND w."decidedAt" IS NULL)
        OR (p_now < w."closesAt" AND w."pausedAt" IS NOT NULL)
        OR (p_now >= w."closesAt" AND EXISTS (SELECT 1 FROM "Wave" n WHERE n."dropId" = d."id" AND n."number" > w."number" AND n."closesAt" > p_now)) AS shut
    INTO STRICT terms FROM "Allotment" a JOIN "Wave" w ON w."id" = a."waveId" JOIN "Drop" d ON d."id" = w."dropId" WHERE a."id" = p_allotment;
  IF terms.shut THEN RETURN; END IF;

  WHILE left_over > 0 LOOP
    SELECT p."id", p."memberId", p."emailKey" INTO place FROM "WaitlistPlace" p
      WHERE p."dropId" = terms.drop_id AND p."variantId" = terms."variantId" AND p."endedAt" IS NULL ORDER BY p."id" LIMIT 1 FOR UPDATE;
    EXIT WHEN NOT FOUND;
    INSERT INTO "Claim" ("dropId", "allotmentId", "memberId", "emailKey", "offered", "heldUntil", "createdAt")
    VALUES (terms.drop_id, p_allotment, place."memberId", place."emailKey", true, p_now + make_interval(secs => terms."offerSeconds"), p_now)
    ON CONFLICT DO NOTHING RETURNING "id" INTO given;
    UPDATE "WaitlistPlace" SET "endedAt" = p_now, "claimId" = given WHERE "id" = place."id";
    CONTINUE WHEN given IS NULL;
    PERFORM append_movements(p_allotment, 'CLAIMED', -1, ARRAY[given], p_now);
    left_over := left_over - 1;
    RETURN NEXT given;
  END LOOP;
END $$;

-- Gives one allotment's units to entries of its wave in the order of their rank.
CREATE OR REPLACE FUNCTION give_by_rank(p_allotment uuid, p_entries uuid[], p_until timestamptz, p_now timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  won uuid[];
BEGIN
  WITH chosen AS (
    SELECT e.* FROM unnest(p_entries) AS x(id) JOIN "Entry" e ON e."id" = x.id
    WHERE NOT EXISTS (SELECT 1 FROM "Claim" c WHERE c."dropId" = e."dropId" AND c."state" <> 'RELEASED' AND (c."memberId" = e."memberId" OR c."emailKey" = e."emailKey"))
    ORDER BY e."rank" LIMIT (SELECT a."remaining" FROM "Allotment" a WHERE a."id" = p_allotment)
  ), given AS (
    INSERT INTO "Claim" ("dropId", "allotmentId", "memberId", "emailKey", "heldUntil", "createdAt")
    SELECT "dropId", p_allotment, "memberId", "emailKey", p_until, p_now FROM chosen ORDER BY "rank"
    ON CONFLICT DO NOTHING RETURNING "id", "memberId"
  ), marked AS (
    UPDATE "Entry" e SET "state" = 'WON', "claimId" = given."id" FROM given, chosen
    WHERE chosen."memberId" = given."memberId" AND e."id" = chosen."id" RETURNING e."claimId", e."rank"
  )
  SELECT coalesce(array_agg(marked."claimId" ORDER BY marked."rank"), '{}') INTO won FROM marked;
  PERFORM append_movements(p_allotment, 'CLAIMED', -1, won, p_now);
END $$;

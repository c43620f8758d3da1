-- Keeps held units for good, once they are paid; false when one of them is no longer held, and then it is for the caller
-- to undo the others. The stock rows first and then the claims, as all that moves units.
--
-- One plan is kept: how many claims there are tells the planner nothing that would change its mind.
CREATE OR REPLACE FUNCTION keep_claims(p_claims uuid[], p_at timestamptz) RETURNS boolean LANGUAGE plpgsql
SET plan_cache_mode = 'force_generic_plan'
AS $$
DECLARE
  stock record;
  kept int;
BEGIN
  PERFORM 1 FROM "Allotment" a WHERE a."id" IN (SELECT c."allotmentId" FROM "Claim" c WHERE c."id" = ANY(p_claims)) ORDER BY a."id" FOR NO KEY UPDATE;
  UPDATE "Claim" SET "state" = 'PAID' WHERE "id" = ANY(p_claims) AND "state" = 'HELD';
  GET DIAGNOSTICS kept = ROW_COUNT;
  IF kept < cardinality(p_claims) THEN RETURN false; END IF;
  FOR stock IN
    SELECT c."allotmentId", c."dropId", array_agg(c."id") AS claims FROM "Claim" c WHERE c."id" = ANY(p_claims) GROUP BY c."allotmentId", c."dropId"
  LOOP
    PERFORM append_movements(stock."allotmentId", 'PAID', 0, stock.claims, p_at);
    PERFORM pg_notify('millet_live', stock."dropId"::text);
  END LOOP;
  RETURN true;
END $$;

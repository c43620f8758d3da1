-- By hand:

-- Keeps a held unit for good, once it is paid; false when it is no longer held. One statement, because every buyer of
-- the drop waits for the stock row while it is locked. The stock row first and then the claim, as all that moves units.
CREATE FUNCTION keep_claim(claim uuid, at timestamptz) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  kept record;
BEGIN
  PERFORM 1 FROM "Allotment" a WHERE a."id" = (SELECT c."allotmentId" FROM "Claim" c WHERE c."id" = claim) FOR NO KEY UPDATE;
  UPDATE "Claim" SET "state" = 'PAID' WHERE "id" = claim AND "state" = 'HELD' RETURNING "allotmentId", "dropId" INTO kept;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM append_movements(kept."allotmentId", 'PAID', 0, ARRAY[claim], at);
  PERFORM pg_notify('millet_live', kept."dropId"::text);
  RETURN true;
END $$;

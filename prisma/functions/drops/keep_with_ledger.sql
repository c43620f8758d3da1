-- Claims and ledger rows have no foreign key to their allotment (record 8): once it has a ledger an allotment stays,
-- and with it its wave and its drop. Only what was planned and never announced may go: nobody was promised it (record 97).
CREATE OR REPLACE FUNCTION keep_with_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."ledgerSeq" > 0 AND NOT EXISTS (
    SELECT 1 FROM "Wave" w JOIN "Drop" d ON d."id" = w."dropId" WHERE w."id" = OLD."waveId" AND d."announcedAt" IS NULL
  ) THEN RAISE EXCEPTION 'units of this allotment have moved: it stays' USING ERRCODE = 'foreign_key_violation'; END IF;
  RETURN OLD;
END $$;

CREATE OR REPLACE TRIGGER "Allotment_keep_with_ledger" BEFORE DELETE ON "Allotment"
  FOR EACH ROW EXECUTE FUNCTION keep_with_ledger();

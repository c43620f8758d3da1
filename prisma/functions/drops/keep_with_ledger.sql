-- Claims and ledger rows have no foreign key to their allotment (record 8): once it has a ledger an allotment stays,
-- and with it its wave and its drop.
CREATE OR REPLACE FUNCTION keep_with_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."ledgerSeq" > 0 THEN RAISE EXCEPTION 'units of this allotment have moved: it stays' USING ERRCODE = 'foreign_key_violation'; END IF;
  RETURN OLD;
END $$;

CREATE OR REPLACE TRIGGER "Allotment_keep_with_ledger" BEFORE DELETE ON "Allotment"
  FOR EACH ROW EXECUTE FUNCTION keep_with_ledger();

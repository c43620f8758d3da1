-- What a repair costs never rises without its owner's answer: a quote that nobody answered is accepted only where it costs nothing, or no more than the
-- one that was accepted last and that no later one was declined after. What a quote says stays as it was written.
CREATE OR REPLACE FUNCTION repair_quote_consent() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  agreed "RepairQuote";
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW."repairId", NEW."version", NEW."amountMinor", NEW."text") IS DISTINCT FROM (OLD."repairId", OLD."version", OLD."amountMinor", OLD."text") THEN
    RAISE EXCEPTION 'Quote % of repair % is written', OLD."version", OLD."repairId" USING ERRCODE = 'check_violation', CONSTRAINT = 'RepairQuote_consent';
  END IF;
  IF NEW."state" = 'ACCEPTED' AND NEW."answeredById" IS NULL AND NEW."amountMinor" > 0 THEN
    SELECT * INTO agreed FROM "RepairQuote" q
    WHERE q."repairId" = NEW."repairId" AND q."version" < NEW."version" AND q."state" IN ('ACCEPTED', 'DECLINED') ORDER BY q."version" DESC LIMIT 1;
    IF agreed."state" IS DISTINCT FROM 'ACCEPTED' OR NEW."amountMinor" > agreed."amountMinor" THEN
      RAISE EXCEPTION 'Nobody agreed to quote % of repair %', NEW."version", NEW."repairId" USING ERRCODE = 'check_violation', CONSTRAINT = 'RepairQuote_consent';
    END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER "RepairQuote_consent" BEFORE INSERT OR UPDATE ON "RepairQuote" FOR EACH ROW EXECUTE FUNCTION repair_quote_consent();

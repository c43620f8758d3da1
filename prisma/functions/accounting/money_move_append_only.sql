-- The books are append-only.
CREATE OR REPLACE TRIGGER "MoneyMove_append_only" BEFORE UPDATE OR DELETE ON "MoneyMove"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Entries of credit are append-only.
CREATE OR REPLACE TRIGGER "CreditEntry_append_only" BEFORE UPDATE OR DELETE ON "CreditEntry"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- An invoice is never changed and never goes: what was wrong is taken back by a credit note.
CREATE OR REPLACE TRIGGER "Invoice_append_only" BEFORE UPDATE OR DELETE ON "Invoice"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

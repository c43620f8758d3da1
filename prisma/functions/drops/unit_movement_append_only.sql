-- The ledger of units is append-only.
CREATE OR REPLACE TRIGGER "UnitMovement_append_only" BEFORE UPDATE OR DELETE ON "UnitMovement"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

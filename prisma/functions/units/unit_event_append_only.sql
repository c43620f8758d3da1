-- The history of units is append-only.
CREATE OR REPLACE TRIGGER "UnitEvent_append_only" BEFORE UPDATE OR DELETE ON "UnitEvent"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The ledger of stock is append-only.
CREATE OR REPLACE TRIGGER "StockMove_append_only" BEFORE UPDATE OR DELETE ON "StockMove"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Money that came and buys nothing, or is not as it was asked for, and what a bank takes back, changes its order too. A payment that buys its order
-- changes it in the same commit, and asks for nothing here.
CREATE OR REPLACE FUNCTION order_money_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Order" SET "changedAt" = clock_timestamp() WHERE "id" = (SELECT "orderId" FROM "Payment" WHERE "id" = NEW."paymentId");
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER "Dispute_changed" AFTER INSERT OR UPDATE ON "Dispute" FOR EACH ROW EXECUTE FUNCTION order_money_changed();

CREATE OR REPLACE TRIGGER "Payment_changed" AFTER UPDATE ON "Payment" FOR EACH ROW
  WHEN (NEW."surplusAt" IS DISTINCT FROM OLD."surplusAt" OR NEW."state" IN ('REVIEW', 'REFUNDED') AND NEW."state" <> OLD."state"
    OR OLD."state" IN ('REVIEW', 'REFUNDED') AND NEW."state" <> OLD."state")
  EXECUTE FUNCTION order_part_changed();

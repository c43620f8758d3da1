-- An order that changed waits for a new place among the changes that programs follow. It is given after the commit, so that places are in the order
-- in which others could see the changes (lib/orders/feed.ts). Giving one is the only update that changes the place itself.
CREATE OR REPLACE FUNCTION order_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."place" := NULL;
  NEW."changedAt" := clock_timestamp();
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION order_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Order" SET "changedAt" = clock_timestamp() WHERE "id" = NEW."orderId";
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER "Order_changed" BEFORE UPDATE ON "Order" FOR EACH ROW
  WHEN (NEW."place" IS NOT DISTINCT FROM OLD."place") EXECUTE FUNCTION order_changed();

CREATE OR REPLACE TRIGGER "Shipment_changed" AFTER INSERT OR UPDATE ON "Shipment" FOR EACH ROW EXECUTE FUNCTION order_part_changed();

CREATE OR REPLACE TRIGGER "Refund_changed" AFTER INSERT OR UPDATE ON "Refund" FOR EACH ROW EXECUTE FUNCTION order_part_changed();

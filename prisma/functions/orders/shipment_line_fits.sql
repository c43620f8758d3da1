-- The parcels of an order never bring more of a line than it has. The line is locked, so that of two parcels at once one sees the other.
CREATE OR REPLACE FUNCTION shipment_line_fits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  bought integer;
BEGIN
  SELECT "quantity" INTO bought FROM "OrderLine" WHERE "id" = NEW."lineId" FOR NO KEY UPDATE;
  IF (SELECT sum("units") FROM "ShipmentLine" WHERE "lineId" = NEW."lineId") > bought THEN
    RAISE EXCEPTION 'More pieces of line % are sent than it has', NEW."lineId" USING ERRCODE = 'check_violation', CONSTRAINT = 'ShipmentLine_fits';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER "ShipmentLine_fits" AFTER INSERT OR UPDATE ON "ShipmentLine" FOR EACH ROW EXECUTE FUNCTION shipment_line_fits();

DROP VIEW orders.delivered_order;

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "OrderStepKind" ADD VALUE 'SHIPPED_PARTLY';
ALTER TYPE "OrderStepKind" ADD VALUE 'DELIVERED_PARTLY';

-- AlterTable
ALTER TABLE "StockHold" ADD COLUMN     "shipmentId" UUID;

-- AlterTable
ALTER TABLE "UnitAssignment" ADD COLUMN     "shipmentId" UUID;

-- CreateTable
CREATE TABLE "ShipmentLine" (
    "shipmentId" UUID NOT NULL,
    "lineId" UUID NOT NULL,
    "units" INTEGER NOT NULL,

    CONSTRAINT "ShipmentLine_pkey" PRIMARY KEY ("shipmentId","lineId")
);

-- CreateIndex
CREATE INDEX "ShipmentLine_lineId_idx" ON "ShipmentLine"("lineId");

-- CreateIndex
CREATE INDEX "UnitAssignment_shipmentId_idx" ON "UnitAssignment"("shipmentId");

-- AddForeignKey
ALTER TABLE "ShipmentLine" ADD CONSTRAINT "ShipmentLine_shipmentId_fkey" FOREIGN KEY ("shipmentId") REFERENCES "Shipment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShipmentLine" ADD CONSTRAINT "ShipmentLine_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "OrderLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockHold" ADD CONSTRAINT "StockHold_shipmentId_fkey" FOREIGN KEY ("shipmentId") REFERENCES "Shipment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitAssignment" ADD CONSTRAINT "UnitAssignment_shipmentId_fkey" FOREIGN KEY ("shipmentId") REFERENCES "Shipment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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

-- What the parcels that have arrived brought of orders whose money was kept: whose, of which line, and how many pieces.
CREATE VIEW orders.delivered_line AS
SELECT o."id", o."memberId", s."id" AS "shipmentId", l."id" AS "lineId", l."variantId", c."units" AS "quantity"
FROM "Order" o JOIN "Shipment" s ON s."orderId" = o."id" JOIN "ShipmentLine" c ON c."shipmentId" = s."id" JOIN "OrderLine" l ON l."id" = c."lineId"
WHERE o."state" IN ('PAID', 'SHIPPED', 'DELIVERED') AND s."deliveredAt" IS NOT NULL;

-- By hand: a parcel is never empty. What was sent before parcels had lines lay in the first of its order.
ALTER TABLE "ShipmentLine" ADD CONSTRAINT "ShipmentLine_some" CHECK ("units" > 0);
CREATE TEMPORARY TABLE first_parcel ON COMMIT DROP AS SELECT DISTINCT ON ("orderId") "id", "orderId" FROM "Shipment" ORDER BY "orderId", "shippedAt", "id";
INSERT INTO "ShipmentLine" ("shipmentId", "lineId", "units") SELECT p."id", l."id", l."quantity" FROM first_parcel p JOIN "OrderLine" l ON l."orderId" = p."orderId";
UPDATE "UnitAssignment" a SET "shipmentId" = p."id" FROM first_parcel p WHERE p."orderId" = a."orderId";
UPDATE "StockHold" h SET "shipmentId" = p."id" FROM first_parcel p WHERE p."orderId" = h."orderId" AND h."state" = 'SHIPPED';

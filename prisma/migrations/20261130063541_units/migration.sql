DROP VIEW orders.delivered_order;

-- CreateEnum
CREATE TYPE "UnitEventKind" AS ENUM ('MADE', 'RECEIVED', 'SHIPPED', 'OWNED', 'TRANSFERRED', 'LENT', 'LOST', 'FOUND', 'RETURNED', 'REPAIRED', 'RECALLED', 'SCRAPPED');

-- CreateEnum
CREATE TYPE "UnitIdentifierKind" AS ENUM ('IMEI', 'EID');

-- DropForeignKey
ALTER TABLE "Ownership" DROP CONSTRAINT "Ownership_orderId_fkey";

-- DropIndex
DROP INDEX "Ownership_orderId_key";

-- AlterTable. By hand: the serial goes where each ownership has its unit (below).
ALTER TABLE "Ownership" ADD COLUMN     "unitId" UUID,
ALTER COLUMN "orderId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "Unit" (
    "id" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "serial" TEXT NOT NULL,
    "state" "UnitEventKind" NOT NULL,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnitIdentifier" (
    "kind" "UnitIdentifierKind" NOT NULL,
    "value" TEXT NOT NULL,
    "unitId" UUID NOT NULL,

    CONSTRAINT "UnitIdentifier_pkey" PRIMARY KEY ("kind","value")
);

-- CreateTable
CREATE TABLE "UnitEvent" (
    "unitId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" "UnitEventKind" NOT NULL,
    "orderId" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "actorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UnitEvent_pkey" PRIMARY KEY ("unitId","seq")
);

-- CreateTable
CREATE TABLE "Holding" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "memberId" UUID,
    "locationId" UUID,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "Holding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnitAssignment" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "lineId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "UnitAssignment_pkey" PRIMARY KEY ("id")
);

-- By hand: each serial that was registered becomes a unit of its own, which was sent with its order and is owned, or was given back.
UPDATE "Ownership" SET "unitId" = gen_random_uuid(), "serial" = upper("serial"), "endedAt" = CASE WHEN "endedAt" < "registeredAt" THEN "registeredAt" ELSE "endedAt" END;
INSERT INTO "Unit" ("id", "productId", "variantId", "serial", "state", "seq", "createdAt")
SELECT o."unitId", o."productId", o."variantId", o."serial", (CASE WHEN o."endedAt" IS NULL THEN 'OWNED' ELSE 'RETURNED' END)::"UnitEventKind",
  CASE WHEN o."endedAt" IS NULL THEN 2 ELSE 3 END, o."registeredAt" FROM "Ownership" o;
INSERT INTO "UnitEvent" ("unitId", "seq", "kind", "orderId", "at")
SELECT o."unitId", e.seq, e.kind::"UnitEventKind", o."orderId", e.at FROM "Ownership" o
  CROSS JOIN LATERAL (VALUES (1, 'SHIPPED', o."registeredAt"), (2, 'OWNED', o."registeredAt"), (3, 'RETURNED', o."endedAt")) AS e(seq, kind, at)
WHERE e.at IS NOT NULL;
INSERT INTO "Holding" ("id", "unitId", "memberId", "from", "until")
SELECT gen_random_uuid(), o."unitId", o."memberId", o."registeredAt", o."endedAt" FROM "Ownership" o;
ALTER TABLE "Ownership" ALTER COLUMN "unitId" SET NOT NULL, DROP COLUMN "serial";

-- CreateIndex
CREATE INDEX "Unit_serial_idx" ON "Unit"("serial");

-- CreateIndex
CREATE INDEX "Unit_createdAt_id_idx" ON "Unit"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Unit_state_createdAt_id_idx" ON "Unit"("state", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Unit_productId_createdAt_id_idx" ON "Unit"("productId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Unit_productId_state_createdAt_id_idx" ON "Unit"("productId", "state", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Unit_variantId_idx" ON "Unit"("variantId");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_productId_serial_key" ON "Unit"("productId", "serial");

-- CreateIndex
CREATE INDEX "UnitIdentifier_unitId_idx" ON "UnitIdentifier"("unitId");

-- CreateIndex
CREATE INDEX "UnitEvent_orderId_idx" ON "UnitEvent"("orderId");

-- CreateIndex
CREATE INDEX "Holding_memberId_idx" ON "Holding"("memberId");

-- CreateIndex
CREATE INDEX "Holding_locationId_idx" ON "Holding"("locationId");

-- CreateIndex
CREATE INDEX "UnitAssignment_lineId_idx" ON "UnitAssignment"("lineId");

-- CreateIndex
CREATE INDEX "UnitAssignment_orderId_idx" ON "UnitAssignment"("orderId");

-- CreateIndex
CREATE INDEX "Ownership_orderId_idx" ON "Ownership"("orderId");

-- AddForeignKey
ALTER TABLE "Ownership" ADD CONSTRAINT "Ownership_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ownership" ADD CONSTRAINT "Ownership_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "Variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitIdentifier" ADD CONSTRAINT "UnitIdentifier_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitEvent" ADD CONSTRAINT "UnitEvent_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitEvent" ADD CONSTRAINT "UnitEvent_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitEvent" ADD CONSTRAINT "UnitEvent_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Holding" ADD CONSTRAINT "Holding_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Holding" ADD CONSTRAINT "Holding_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Holding" ADD CONSTRAINT "Holding_locationId_fkey" FOREIGN KEY ("locationId") REFERENCES "StockLocation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitAssignment" ADD CONSTRAINT "UnitAssignment_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitAssignment" ADD CONSTRAINT "UnitAssignment_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitAssignment" ADD CONSTRAINT "UnitAssignment_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "OrderLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The history of units is append-only.
CREATE OR REPLACE TRIGGER "UnitEvent_append_only" BEFORE UPDATE OR DELETE ON "UnitEvent"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Lines of orders that have arrived: whose, what was bought, and how many of it.
CREATE VIEW orders.delivered_order AS
SELECT o."id", o."memberId", l."id" AS "lineId", l."variantId", l."quantity" FROM "Order" o JOIN "OrderLine" l ON l."orderId" = o."id" WHERE o."state" = 'DELIVERED';

-- By hand: a unit has one owner and is in one hand at a time, and is packed for one line.
ALTER TABLE "Ownership" ADD CONSTRAINT "Ownership_one_owner" EXCLUDE USING gist ("unitId" WITH =, tstzrange("registeredAt", "endedAt") WITH &&);
ALTER TABLE "Holding" ADD CONSTRAINT "Holding_one_hand" EXCLUDE USING gist ("unitId" WITH =, tstzrange("from", "until") WITH &&);
ALTER TABLE "Holding" ADD CONSTRAINT "Holding_held_by" CHECK (("memberId" IS NULL) <> ("locationId" IS NULL));
CREATE UNIQUE INDEX "UnitAssignment_one_open" ON "UnitAssignment" ("unitId") WHERE "endedAt" IS NULL;
CREATE INDEX "Unit_serial_start_idx" ON "Unit" ("serial" COLLATE "C");

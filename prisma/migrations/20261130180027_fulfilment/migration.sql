-- CreateEnum
CREATE TYPE "LabelState" AS ENUM ('ASKED', 'BOUGHT', 'USED', 'CANCELLING', 'CANCELLED', 'REFUSED');

-- CreateEnum
CREATE TYPE "ParcelEventKind" AS ENUM ('ACCEPTED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED', 'EXCEPTION', 'RETURNED');

-- CreateTable
CREATE TABLE "DemoLabel" (
    "id" TEXT NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "cancelledAt" TIMESTAMPTZ(3),

    CONSTRAINT "DemoLabel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Label" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "carrier" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "state" "LabelState" NOT NULL DEFAULT 'ASKED',
    "grams" INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    "tracking" TEXT NOT NULL DEFAULT '',
    "printed" TEXT NOT NULL DEFAULT '',
    "ref" TEXT,
    "shipmentId" UUID,
    "byId" UUID,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "boughtAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "followAt" TIMESTAMPTZ(3),
    "quiet" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Label_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Packing" (
    "orderId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "beganAt" TIMESTAMPTZ(3) NOT NULL,
    "touchedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Packing_pkey" PRIMARY KEY ("orderId")
);

-- CreateTable
CREATE TABLE "PackedPiece" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "lineId" UUID NOT NULL,
    "serial" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PackedPiece_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrackingEvent" (
    "id" UUID NOT NULL,
    "shipmentId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "ParcelEventKind" NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "heardAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TrackingEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "DemoLabel_idempotencyKey_key" ON "DemoLabel"("idempotencyKey");

-- CreateIndex
CREATE UNIQUE INDEX "Label_shipmentId_key" ON "Label"("shipmentId");

-- CreateIndex
CREATE INDEX "Label_orderId_idx" ON "Label"("orderId");

-- CreateIndex
CREATE INDEX "Label_followAt_idx" ON "Label"("followAt");

-- CreateIndex
CREATE INDEX "Packing_byId_idx" ON "Packing"("byId");

-- CreateIndex
CREATE INDEX "PackedPiece_lineId_idx" ON "PackedPiece"("lineId");

-- CreateIndex
CREATE UNIQUE INDEX "PackedPiece_orderId_serial_key" ON "PackedPiece"("orderId", "serial");

-- CreateIndex
CREATE INDEX "TrackingEvent_kind_at_idx" ON "TrackingEvent"("kind", "at");

-- CreateIndex
CREATE UNIQUE INDEX "TrackingEvent_shipmentId_key_key" ON "TrackingEvent"("shipmentId", "key");

-- AddForeignKey
ALTER TABLE "Label" ADD CONSTRAINT "Label_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Label" ADD CONSTRAINT "Label_shipmentId_fkey" FOREIGN KEY ("shipmentId") REFERENCES "Shipment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Label" ADD CONSTRAINT "Label_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Packing" ADD CONSTRAINT "Packing_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Packing" ADD CONSTRAINT "Packing_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PackedPiece" ADD CONSTRAINT "PackedPiece_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Packing"("orderId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PackedPiece" ADD CONSTRAINT "PackedPiece_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "OrderLine"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrackingEvent" ADD CONSTRAINT "TrackingEvent_shipmentId_fkey" FOREIGN KEY ("shipmentId") REFERENCES "Shipment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a carrier said of a parcel stays as it was heard.
CREATE OR REPLACE TRIGGER "TrackingEvent_append_only" BEFORE UPDATE OR DELETE ON "TrackingEvent"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- By hand:
-- An order waits with one label at most: whoever asks again gets the same.
CREATE UNIQUE INDEX "Label_one_open" ON "Label" ("orderId") WHERE "state" IN ('ASKED', 'BOUGHT', 'CANCELLING');

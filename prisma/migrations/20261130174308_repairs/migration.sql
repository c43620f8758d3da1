-- CreateEnum
CREATE TYPE "RepairState" AS ENUM ('ASKED', 'APPROVED', 'REFUSED', 'CANCELLED', 'RECEIVED', 'DIAGNOSED', 'QUOTED', 'ACCEPTED', 'DECLINED', 'WAITING_PARTS', 'WORKING', 'TESTING', 'READY', 'HANDED_OVER', 'CLOSED');

-- CreateEnum
CREATE TYPE "RepairHandOver" AS ENUM ('SHIPPED', 'COLLECTED', 'KEPT');

-- CreateEnum
CREATE TYPE "RepairQuoteState" AS ENUM ('OPEN', 'ACCEPTED', 'DECLINED', 'REPLACED');

-- AlterEnum
ALTER TYPE "ReturnOutcome" ADD VALUE 'REPLACE';

-- AlterEnum
ALTER TYPE "ReturnWish" ADD VALUE 'MISSING';

-- AlterEnum
ALTER TYPE "StockCause" ADD VALUE 'FITTED';

-- AlterEnum
ALTER TYPE "UnitEventKind" ADD VALUE 'IN_REPAIR';

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "replacesId" UUID,
ADD COLUMN     "replacesMinor" BIGINT;

-- AlterTable
ALTER TABLE "Return" ADD COLUMN     "replacementId" UUID;

-- CreateTable
CREATE TABLE "Repair" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "unitId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "orderId" UUID,
    "state" "RepairState" NOT NULL,
    "note" TEXT NOT NULL,
    "shipTo" TEXT NOT NULL DEFAULT '',
    "inWarranty" BOOLEAN NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "condition" TEXT NOT NULL DEFAULT '',
    "lockOff" BOOLEAN NOT NULL DEFAULT false,
    "wiped" BOOLEAN NOT NULL DEFAULT false,
    "diagnosis" TEXT NOT NULL DEFAULT '',
    "currency" TEXT NOT NULL,
    "handedBy" "RepairHandOver",
    "carrier" TEXT NOT NULL DEFAULT '',
    "tracking" TEXT NOT NULL DEFAULT '',
    "paidNote" TEXT NOT NULL DEFAULT '',
    "warrantyMonths" INTEGER,
    "warrantyZone" TEXT NOT NULL DEFAULT 'UTC',
    "covered" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3),
    "handedOverAt" TIMESTAMPTZ(3),

    CONSTRAINT "Repair_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RepairQuote" (
    "id" UUID NOT NULL,
    "repairId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "text" TEXT NOT NULL,
    "uncovered" TEXT NOT NULL DEFAULT '',
    "state" "RepairQuoteState" NOT NULL,
    "byId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "RepairQuote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RepairPart" (
    "id" UUID NOT NULL,
    "repairId" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "locationId" UUID,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RepairPart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RepairStep" (
    "id" UUID NOT NULL,
    "repairId" UUID NOT NULL,
    "state" "RepairState" NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RepairStep_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Repair_number_key" ON "Repair"("number");

-- CreateIndex
CREATE INDEX "Repair_unitId_createdAt_idx" ON "Repair"("unitId", "createdAt");

-- CreateIndex
CREATE INDEX "Repair_memberId_createdAt_idx" ON "Repair"("memberId", "createdAt");

-- CreateIndex
CREATE INDEX "Repair_orderId_idx" ON "Repair"("orderId");

-- CreateIndex
CREATE INDEX "Repair_state_createdAt_id_idx" ON "Repair"("state", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Repair_handedOverAt_idx" ON "Repair"("handedOverAt");

-- CreateIndex
CREATE UNIQUE INDEX "RepairQuote_repairId_version_key" ON "RepairQuote"("repairId", "version");

-- CreateIndex
CREATE INDEX "RepairPart_repairId_at_idx" ON "RepairPart"("repairId", "at");

-- CreateIndex
CREATE INDEX "RepairStep_repairId_at_idx" ON "RepairStep"("repairId", "at");

-- CreateIndex
CREATE INDEX "Order_replacesId_idx" ON "Order"("replacesId");

-- CreateIndex
CREATE UNIQUE INDEX "Return_replacementId_key" ON "Return"("replacementId");

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Repair" ADD CONSTRAINT "Repair_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Repair" ADD CONSTRAINT "Repair_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Repair" ADD CONSTRAINT "Repair_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RepairQuote" ADD CONSTRAINT "RepairQuote_repairId_fkey" FOREIGN KEY ("repairId") REFERENCES "Repair"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RepairQuote" ADD CONSTRAINT "RepairQuote_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RepairQuote" ADD CONSTRAINT "RepairQuote_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RepairPart" ADD CONSTRAINT "RepairPart_repairId_fkey" FOREIGN KEY ("repairId") REFERENCES "Repair"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RepairPart" ADD CONSTRAINT "RepairPart_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "Variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RepairPart" ADD CONSTRAINT "RepairPart_locationId_fkey" FOREIGN KEY ("locationId") REFERENCES "StockLocation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RepairPart" ADD CONSTRAINT "RepairPart_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RepairStep" ADD CONSTRAINT "RepairStep_repairId_fkey" FOREIGN KEY ("repairId") REFERENCES "Repair"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RepairStep" ADD CONSTRAINT "RepairStep_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Return" ADD CONSTRAINT "Return_replacementId_fkey" FOREIGN KEY ("replacementId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a repair costs never rises without its owner's answer: a quote that nobody answered is accepted only where it costs nothing, or no more than the
-- one that was accepted last and that no later one was declined after. What a quote says stays as it was written.
CREATE OR REPLACE FUNCTION repair_quote_consent() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  agreed "RepairQuote";
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW."repairId", NEW."version", NEW."amountMinor", NEW."text") IS DISTINCT FROM (OLD."repairId", OLD."version", OLD."amountMinor", OLD."text") THEN
    RAISE EXCEPTION 'Quote % of repair % is written', OLD."version", OLD."repairId" USING ERRCODE = 'check_violation', CONSTRAINT = 'RepairQuote_consent';
  END IF;
  IF NEW."state" = 'ACCEPTED' AND NEW."answeredById" IS NULL AND NEW."amountMinor" > 0 THEN
    SELECT * INTO agreed FROM "RepairQuote" q
    WHERE q."repairId" = NEW."repairId" AND q."version" < NEW."version" AND q."state" IN ('ACCEPTED', 'DECLINED') ORDER BY q."version" DESC LIMIT 1;
    IF agreed."state" IS DISTINCT FROM 'ACCEPTED' OR NEW."amountMinor" > agreed."amountMinor" THEN
      RAISE EXCEPTION 'Nobody agreed to quote % of repair %', NEW."version", NEW."repairId" USING ERRCODE = 'check_violation', CONSTRAINT = 'RepairQuote_consent';
    END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER "RepairQuote_consent" BEFORE INSERT OR UPDATE ON "RepairQuote" FOR EACH ROW EXECUTE FUNCTION repair_quote_consent();

-- No piece of a line comes back twice, nor one that never arrived: what living returns announce, or have counted, is never more than its parcels have
-- brought; what went back to its buyer is with them again, and what was missing comes not back. The line's own lock has two returns at once see each other.
CREATE OR REPLACE FUNCTION return_line_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('return:' || NEW."lineId"::text, 0));
  IF (SELECT coalesce(sum(coalesce(l."counted", l."announced")), 0) FROM "ReturnLine" l JOIN "Return" r ON r."id" = l."returnId"
      WHERE l."lineId" = NEW."lineId" AND r."wish" <> 'MISSING' AND r."state" NOT IN ('REFUSED', 'CANCELLED') AND l."outcome" IS DISTINCT FROM 'SEND_BACK')
    > (SELECT coalesce(sum(d."quantity"), 0) FROM orders.delivered_line d WHERE d."lineId" = NEW."lineId") THEN
    RAISE EXCEPTION 'More pieces of line % come back than it brought', NEW."lineId" USING ERRCODE = 'check_violation', CONSTRAINT = 'ReturnLine_fits';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER "ReturnLine_fits" AFTER INSERT ON "ReturnLine" FOR EACH ROW EXECUTE FUNCTION return_line_fits();

-- By hand:
-- Of one unit one repair is not over.
CREATE UNIQUE INDEX "Repair_one_open" ON "Repair" ("unitId") WHERE "state" NOT IN ('REFUSED', 'CANCELLED', 'HANDED_OVER', 'CLOSED');
-- Of one repair one quote waits for its answer.
CREATE UNIQUE INDEX "RepairQuote_one_open" ON "RepairQuote" ("repairId") WHERE "state" = 'OPEN';
ALTER TABLE "RepairQuote" ADD CONSTRAINT "RepairQuote_amount" CHECK ("amountMinor" >= 0 AND "version" > 0);
ALTER TABLE "RepairPart" ADD CONSTRAINT "RepairPart_quantity" CHECK ("quantity" > 0);
ALTER TABLE "Order" ADD CONSTRAINT "Order_replaces" CHECK (("replacesId" IS NULL) = ("replacesMinor" IS NULL) AND "replacesMinor" >= 0);

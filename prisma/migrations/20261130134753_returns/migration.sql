-- CreateEnum
CREATE TYPE "ReturnWish" AS ENUM ('WITHDRAWAL', 'FAULTY');

-- CreateEnum
CREATE TYPE "ReturnState" AS ENUM ('ASKED', 'APPROVED', 'REFUSED', 'CANCELLED', 'ON_THE_WAY', 'COUNTED', 'CLOSED');

-- CreateEnum
CREATE TYPE "ReturnGrade" AS ENUM ('AS_NEW', 'OPENED', 'DAMAGED');

-- CreateEnum
CREATE TYPE "ReturnOutcome" AS ENUM ('REFUND', 'SEND_BACK');

-- CreateTable
CREATE TABLE "Return" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "orderId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "wish" "ReturnWish" NOT NULL,
    "state" "ReturnState" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "answer" TEXT NOT NULL DEFAULT '',
    "carrier" TEXT NOT NULL DEFAULT '',
    "tracking" TEXT NOT NULL DEFAULT '',
    "deductMinor" BIGINT NOT NULL DEFAULT 0,
    "deductReason" TEXT NOT NULL DEFAULT '',
    "refundMinor" BIGINT,
    "refundId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Return_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReturnLine" (
    "id" UUID NOT NULL,
    "returnId" UUID NOT NULL,
    "lineId" UUID NOT NULL,
    "announced" INTEGER NOT NULL,
    "counted" INTEGER,
    "grade" "ReturnGrade",
    "outcome" "ReturnOutcome",
    "valueMinor" BIGINT,

    CONSTRAINT "ReturnLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReturnStep" (
    "id" UUID NOT NULL,
    "returnId" UUID NOT NULL,
    "state" "ReturnState" NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReturnStep_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Return_number_key" ON "Return"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Return_refundId_key" ON "Return"("refundId");

-- CreateIndex
CREATE INDEX "Return_orderId_createdAt_idx" ON "Return"("orderId", "createdAt");

-- CreateIndex
CREATE INDEX "Return_memberId_idx" ON "Return"("memberId");

-- CreateIndex
CREATE INDEX "Return_createdAt_id_idx" ON "Return"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Return_state_createdAt_id_idx" ON "Return"("state", "createdAt", "id");

-- CreateIndex
CREATE INDEX "ReturnLine_lineId_idx" ON "ReturnLine"("lineId");

-- CreateIndex
CREATE UNIQUE INDEX "ReturnLine_returnId_lineId_key" ON "ReturnLine"("returnId", "lineId");

-- CreateIndex
CREATE INDEX "ReturnStep_returnId_at_idx" ON "ReturnStep"("returnId", "at");

-- AddForeignKey
ALTER TABLE "Return" ADD CONSTRAINT "Return_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Return" ADD CONSTRAINT "Return_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Return" ADD CONSTRAINT "Return_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "Refund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReturnLine" ADD CONSTRAINT "ReturnLine_returnId_fkey" FOREIGN KEY ("returnId") REFERENCES "Return"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReturnLine" ADD CONSTRAINT "ReturnLine_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "OrderLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReturnStep" ADD CONSTRAINT "ReturnStep_returnId_fkey" FOREIGN KEY ("returnId") REFERENCES "Return"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReturnStep" ADD CONSTRAINT "ReturnStep_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- No piece of a line comes back twice, nor one that never arrived: what living returns announce, or have counted, is never more than its parcels have
-- brought. The line's own lock has two returns at once see each other.
CREATE OR REPLACE FUNCTION return_line_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('return:' || NEW."lineId"::text, 0));
  IF (SELECT coalesce(sum(coalesce(l."counted", l."announced")), 0) FROM "ReturnLine" l JOIN "Return" r ON r."id" = l."returnId"
      WHERE l."lineId" = NEW."lineId" AND r."state" NOT IN ('REFUSED', 'CANCELLED'))
    > (SELECT coalesce(sum(d."quantity"), 0) FROM orders.delivered_line d WHERE d."lineId" = NEW."lineId") THEN
    RAISE EXCEPTION 'More pieces of line % come back than it brought', NEW."lineId" USING ERRCODE = 'check_violation', CONSTRAINT = 'ReturnLine_fits';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER "ReturnLine_fits" AFTER INSERT ON "ReturnLine" FOR EACH ROW EXECUTE FUNCTION return_line_fits();

-- By hand: counts stay within what was announced, and amounts are none below nought.
ALTER TABLE "ReturnLine" ADD CONSTRAINT "ReturnLine_counts" CHECK ("announced" > 0 AND ("counted" IS NULL OR "counted" BETWEEN 0 AND "announced") AND ("valueMinor" IS NULL OR "valueMinor" >= 0));
ALTER TABLE "Return" ADD CONSTRAINT "Return_amounts" CHECK ("deductMinor" >= 0 AND ("refundMinor" IS NULL OR "refundMinor" >= 0));

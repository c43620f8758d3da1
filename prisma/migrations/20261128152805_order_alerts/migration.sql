-- CreateEnum
CREATE TYPE "DisputeState" AS ENUM ('OPEN', 'WON', 'LOST');

-- CreateEnum
CREATE TYPE "OrderAlertKind" AS ENUM ('PAYMENT_MISMATCH', 'REFUND_REFUSED', 'DISPUTE');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "OrderStepKind" ADD VALUE 'PAID_TWICE';
ALTER TYPE "OrderStepKind" ADD VALUE 'ADDRESS_CHANGED';
ALTER TYPE "OrderStepKind" ADD VALUE 'PAYMENT_REVIEW';

-- AlterEnum
ALTER TYPE "PaymentState" ADD VALUE 'REVIEW';

-- AlterTable
ALTER TABLE "Payment" ADD COLUMN     "cameCurrency" TEXT,
ADD COLUMN     "cameMinor" INTEGER,
ADD COLUMN     "surplusAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Dispute" (
    "provider" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "paymentId" UUID NOT NULL,
    "state" "DisputeState" NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Dispute_pkey" PRIMARY KEY ("provider","ref")
);

-- CreateTable
CREATE TABLE "OrderAlert" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "kind" "OrderAlertKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closedById" UUID,

    CONSTRAINT "OrderAlert_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Dispute_paymentId_idx" ON "Dispute"("paymentId");

-- CreateIndex
CREATE INDEX "OrderAlert_orderId_idx" ON "OrderAlert"("orderId");

-- CreateIndex
CREATE INDEX "OrderAlert_paymentId_idx" ON "OrderAlert"("paymentId");

-- CreateIndex
CREATE INDEX "OrderAlert_closedAt_at_idx" ON "OrderAlert"("closedAt", "at");

-- AddForeignKey
ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderAlert" ADD CONSTRAINT "OrderAlert_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderAlert" ADD CONSTRAINT "OrderAlert_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderAlert" ADD CONSTRAINT "OrderAlert_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What bought nothing so far, as its refund says; what was refused or differed and was seen by nobody.
UPDATE "Payment" p SET "surplusAt" = r."createdAt" FROM "Refund" r
WHERE r."paymentId" = p."id" AND r."byId" IS NULL AND r."reason" IN ('late-payment', 'limit-address', 'limit-payment');

INSERT INTO "OrderAlert" ("id", "orderId", "paymentId", "kind", "at")
SELECT DISTINCT ON (r."paymentId") gen_random_uuid(), r."orderId", r."paymentId", 'REFUND_REFUSED', coalesce(r."doneAt", r."createdAt")
FROM "Refund" r JOIN "Payment" p ON p."id" = r."paymentId" WHERE r."state" = 'FAILED' AND p."state" = 'PAID'
  AND NOT EXISTS (SELECT 1 FROM "Refund" x WHERE x."paymentId" = r."paymentId" AND x."state" <> 'FAILED');

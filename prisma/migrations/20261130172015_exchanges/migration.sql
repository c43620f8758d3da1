-- AlterEnum
ALTER TYPE "ReturnOutcome" ADD VALUE 'REPLACE';

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "replacesId" UUID,
ADD COLUMN     "replacesMinor" BIGINT;

-- AlterTable
ALTER TABLE "Return" ADD COLUMN     "replacementId" UUID;

-- CreateIndex
CREATE INDEX "Order_replacesId_idx" ON "Order"("replacesId");

-- CreateIndex
CREATE UNIQUE INDEX "Return_replacementId_key" ON "Return"("replacementId");

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Return" ADD CONSTRAINT "Return_replacementId_fkey" FOREIGN KEY ("replacementId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand:
ALTER TABLE "Order" ADD CONSTRAINT "Order_replaces" CHECK (("replacesId" IS NULL) = ("replacesMinor" IS NULL) AND "replacesMinor" >= 0);

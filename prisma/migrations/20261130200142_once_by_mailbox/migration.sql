-- AlterTable
ALTER TABLE "Cart" ADD COLUMN     "had" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "DiscountUse" ADD COLUMN     "emailKey" TEXT;

-- CreateIndex
CREATE INDEX "DiscountUse_emailKey_idx" ON "DiscountUse"("emailKey");

-- By hand:
CREATE UNIQUE INDEX "DiscountUse_once_mailbox" ON "DiscountUse" ("discountId", "emailKey") WHERE "once" AND "freedAt" IS NULL;

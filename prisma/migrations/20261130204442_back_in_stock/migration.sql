-- CreateTable
CREATE TABLE "BackInStockRequest" (
    "variantId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "BackInStockRequest_pkey" PRIMARY KEY ("variantId","memberId")
);

-- CreateIndex
CREATE INDEX "BackInStockRequest_variantId_toldAt_askedAt_idx" ON "BackInStockRequest"("variantId", "toldAt", "askedAt");

-- CreateIndex
CREATE INDEX "BackInStockRequest_memberId_toldAt_idx" ON "BackInStockRequest"("memberId", "toldAt");

-- AddForeignKey
ALTER TABLE "BackInStockRequest" ADD CONSTRAINT "BackInStockRequest_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "StockedVariant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BackInStockRequest" ADD CONSTRAINT "BackInStockRequest_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "NewsConsent" ADD COLUMN     "toldAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "NewsConsent_toldAt_confirmedAt_idx" ON "NewsConsent"("toldAt", "confirmedAt");

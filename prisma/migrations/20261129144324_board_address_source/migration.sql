-- AlterTable
ALTER TABLE "BoardAddress" ADD COLUMN     "source" TEXT,
ADD COLUMN     "sourceId" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "BoardAddress_source_sourceId_key" ON "BoardAddress"("source", "sourceId");

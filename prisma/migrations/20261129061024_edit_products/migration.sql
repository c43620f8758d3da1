-- CreateEnum
CREATE TYPE "BatteryMark" AS ENUM ('NONE', 'IN_DEVICE', 'PACKED_WITH', 'ALONE');

-- AlterTable
ALTER TABLE "Product" ADD COLUMN     "manufacturer" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "markdown" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "markdownZh" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "publishAt" TIMESTAMPTZ(3),
ADD COLUMN     "responsible" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "warnings" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "warningsZh" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Variant" ADD COLUMN     "battery" "BatteryMark" NOT NULL DEFAULT 'NONE',
ADD COLUMN     "hsCode" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "origin" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "retiredAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ProductChange" (
    "productId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "actorId" UUID,
    "parts" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProductChange_pkey" PRIMARY KEY ("productId","version")
);

-- CreateIndex
CREATE INDEX "Product_createdAt_id_idx" ON "Product"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Product_publishAt_idx" ON "Product"("publishAt");

-- AddForeignKey
ALTER TABLE "ProductChange" ADD CONSTRAINT "ProductChange_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductChange" ADD CONSTRAINT "ProductChange_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

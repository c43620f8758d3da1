-- CreateEnum
CREATE TYPE "ServiceCapability" AS ENUM ('REPAIR', 'DIAGNOSIS', 'PARTS', 'DROP_OFF', 'PICKUP', 'SHOP');

-- AlterTable
ALTER TABLE "Repair" ADD COLUMN     "pointId" UUID;

-- CreateTable
CREATE TABLE "ServicePoint" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "addressZh" TEXT NOT NULL DEFAULT '',
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "zone" TEXT NOT NULL,
    "week" JSONB NOT NULL,
    "country" TEXT NOT NULL DEFAULT '',
    "region" TEXT NOT NULL DEFAULT '',
    "capabilities" "ServiceCapability"[],
    "languages" TEXT[],
    "phone" TEXT NOT NULL DEFAULT '',
    "closedUntil" TIMESTAMPTZ(3),
    "hiddenAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ServicePoint_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ServicePoint_name_id_idx" ON "ServicePoint"("name", "id");

-- CreateIndex
CREATE INDEX "Repair_pointId_state_createdAt_id_idx" ON "Repair"("pointId", "state", "createdAt", "id");

-- AddForeignKey
ALTER TABLE "Repair" ADD CONSTRAINT "Repair_pointId_fkey" FOREIGN KEY ("pointId") REFERENCES "ServicePoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateEnum
CREATE TYPE "OwnerClaimState" AS ENUM ('ASKED', 'ACCEPTED', 'OBJECTED', 'MOVED', 'REFUSED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "OwnerClaim" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "serial" TEXT NOT NULL,
    "proof" TEXT NOT NULL,
    "pictures" TEXT[],
    "state" "OwnerClaimState" NOT NULL DEFAULT 'ASKED',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "unitId" UUID,
    "holderId" UUID,
    "movesAt" TIMESTAMPTZ(3),
    "objection" TEXT NOT NULL DEFAULT '',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "OwnerClaim_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OwnerClaim_memberId_createdAt_idx" ON "OwnerClaim"("memberId", "createdAt");

-- CreateIndex
CREATE INDEX "OwnerClaim_holderId_idx" ON "OwnerClaim"("holderId");

-- CreateIndex
CREATE INDEX "OwnerClaim_productId_serial_idx" ON "OwnerClaim"("productId", "serial");

-- CreateIndex
CREATE INDEX "OwnerClaim_state_createdAt_id_idx" ON "OwnerClaim"("state", "createdAt", "id");

-- CreateIndex
CREATE INDEX "OwnerClaim_unitId_idx" ON "OwnerClaim"("unitId");

-- AddForeignKey
ALTER TABLE "OwnerClaim" ADD CONSTRAINT "OwnerClaim_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnerClaim" ADD CONSTRAINT "OwnerClaim_holderId_fkey" FOREIGN KEY ("holderId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnerClaim" ADD CONSTRAINT "OwnerClaim_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnerClaim" ADD CONSTRAINT "OwnerClaim_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnerClaim" ADD CONSTRAINT "OwnerClaim_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand:
CREATE UNIQUE INDEX "OwnerClaim_one_open" ON "OwnerClaim" ("memberId", "productId", "serial") WHERE "state" IN ('ASKED', 'ACCEPTED', 'OBJECTED');
CREATE UNIQUE INDEX "OwnerClaim_one_accepted" ON "OwnerClaim" ("unitId") WHERE "state" IN ('ACCEPTED', 'OBJECTED');
CREATE INDEX "OwnerClaim_due" ON "OwnerClaim" ("movesAt") WHERE "state" = 'ACCEPTED';

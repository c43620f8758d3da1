-- CreateEnum
CREATE TYPE "OwnerTransferState" AS ENUM ('OPEN', 'ACCEPTED', 'TAKEN_BACK');

-- CreateTable
CREATE TABLE "OwnerTransfer" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID,
    "codeDigest" TEXT NOT NULL,
    "sharesName" BOOLEAN NOT NULL,
    "state" "OwnerTransferState" NOT NULL DEFAULT 'OPEN',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OwnerTransfer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "OwnerTransfer_codeDigest_key" ON "OwnerTransfer"("codeDigest");

-- CreateIndex
CREATE INDEX "OwnerTransfer_unitId_idx" ON "OwnerTransfer"("unitId");

-- CreateIndex
CREATE INDEX "OwnerTransfer_fromId_idx" ON "OwnerTransfer"("fromId");

-- CreateIndex
CREATE INDEX "OwnerTransfer_toId_idx" ON "OwnerTransfer"("toId");

-- AddForeignKey
ALTER TABLE "OwnerTransfer" ADD CONSTRAINT "OwnerTransfer_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnerTransfer" ADD CONSTRAINT "OwnerTransfer_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnerTransfer" ADD CONSTRAINT "OwnerTransfer_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand:
CREATE UNIQUE INDEX "OwnerTransfer_one_open" ON "OwnerTransfer" ("unitId") WHERE "state" = 'OPEN';
ALTER TABLE "OwnerTransfer" ADD CONSTRAINT "OwnerTransfer_ended" CHECK (("state" = 'OPEN') = ("endedAt" IS NULL) AND ("state" = 'ACCEPTED') = ("toId" IS NOT NULL));

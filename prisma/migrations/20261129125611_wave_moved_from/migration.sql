-- AlterTable
ALTER TABLE "Wave" ADD COLUMN     "moveReason" TEXT,
ADD COLUMN     "movedFrom" TIMESTAMPTZ(3);

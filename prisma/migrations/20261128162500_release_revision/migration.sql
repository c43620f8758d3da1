-- AlterTable
ALTER TABLE "Release" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

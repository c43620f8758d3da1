-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "leave" TEXT;

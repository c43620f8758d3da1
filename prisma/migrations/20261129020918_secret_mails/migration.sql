-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "secret" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Product" ADD COLUMN     "metafieldsZh" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "tagsZh" TEXT[];

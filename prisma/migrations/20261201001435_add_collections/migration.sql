-- CreateEnum
CREATE TYPE "CollectionKind" AS ENUM ('HAND', 'RULES');

-- CreateEnum
CREATE TYPE "CollectionMatch" AS ENUM ('ALL', 'ANY');

-- CreateEnum
CREATE TYPE "CollectionSort" AS ENUM ('PLACED', 'NEWEST', 'CHEAPEST', 'DEAREST', 'NAME');

-- CreateEnum
CREATE TYPE "CollectionCondition" AS ENUM ('TAG_IS', 'TAG_IS_NOT', 'KIND_IS', 'KIND_IS_NOT', 'VENDOR_IS', 'VENDOR_IS_NOT', 'TITLE_HAS', 'TITLE_HAS_NOT', 'TITLE_STARTS', 'TITLE_ENDS', 'PRICE_BELOW', 'PRICE_ABOVE', 'REDUCED');

-- CreateTable
CREATE TABLE "Collection" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "titleZh" TEXT NOT NULL DEFAULT '',
    "lead" TEXT NOT NULL DEFAULT '',
    "leadZh" TEXT NOT NULL DEFAULT '',
    "kind" "CollectionKind" NOT NULL,
    "match" "CollectionMatch" NOT NULL DEFAULT 'ALL',
    "sort" "CollectionSort" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "shownAt" TIMESTAMPTZ(3),
    "source" TEXT,
    "sourceId" TEXT,
    "broughtVersion" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CollectionRule" (
    "collectionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "condition" "CollectionCondition" NOT NULL,
    "value" TEXT NOT NULL DEFAULT '',
    "amountMinor" BIGINT,
    "currency" TEXT,

    CONSTRAINT "CollectionRule_pkey" PRIMARY KEY ("collectionId","position")
);

-- CreateTable
CREATE TABLE "CollectionProduct" (
    "collectionId" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "place" INTEGER,

    CONSTRAINT "CollectionProduct_pkey" PRIMARY KEY ("collectionId","productId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Collection_slug_key" ON "Collection"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Collection_source_sourceId_key" ON "Collection"("source", "sourceId");

-- CreateIndex
CREATE INDEX "CollectionProduct_productId_idx" ON "CollectionProduct"("productId");

-- AddForeignKey
ALTER TABLE "CollectionRule" ADD CONSTRAINT "CollectionRule_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionProduct" ADD CONSTRAINT "CollectionProduct_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionProduct" ADD CONSTRAINT "CollectionProduct_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateEnum
CREATE TYPE "PageKind" AS ENUM ('OWN', 'TERMS', 'PRIVACY', 'RETURNS', 'IMPRINT', 'ACCESSIBILITY');

-- CreateEnum
CREATE TYPE "PageState" AS ENUM ('DRAFT', 'PUBLISHED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "PagePlace" AS ENUM ('HEADER', 'FOOTER', 'NOWHERE');

-- CreateTable
CREATE TABLE "Page" (
    "id" UUID NOT NULL,
    "kind" "PageKind" NOT NULL DEFAULT 'OWN',
    "slug" TEXT,
    "state" "PageState" NOT NULL DEFAULT 'DRAFT',
    "place" "PagePlace" NOT NULL DEFAULT 'NOWHERE',
    "position" INTEGER NOT NULL DEFAULT 0,
    "title" TEXT NOT NULL DEFAULT '',
    "titleZh" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "descriptionZh" TEXT NOT NULL DEFAULT '',
    "blocks" JSONB NOT NULL,
    "rendered" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Page_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PageVersion" (
    "pageId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "state" "PageState" NOT NULL,
    "data" JSONB NOT NULL,
    "parts" TEXT[],
    "actorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PageVersion_pkey" PRIMARY KEY ("pageId","version")
);

-- CreateTable
CREATE TABLE "PageAddress" (
    "slug" TEXT NOT NULL,
    "pageId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PageAddress_pkey" PRIMARY KEY ("slug")
);

-- CreateIndex
CREATE UNIQUE INDEX "Page_slug_key" ON "Page"("slug");

-- CreateIndex
CREATE INDEX "Page_state_position_id_idx" ON "Page"("state", "position", "id");

-- CreateIndex
CREATE INDEX "PageVersion_actorId_idx" ON "PageVersion"("actorId");

-- CreateIndex
CREATE INDEX "PageAddress_pageId_idx" ON "PageAddress"("pageId");

-- AddForeignKey
ALTER TABLE "PageVersion" ADD CONSTRAINT "PageVersion_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "Page"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PageVersion" ADD CONSTRAINT "PageVersion_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PageAddress" ADD CONSTRAINT "PageAddress_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "Page"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: of each page that the law asks for one is published, and only the others have an address of their own.
CREATE UNIQUE INDEX "Page_one_published_of_kind" ON "Page" ("kind") WHERE "state" = 'PUBLISHED' AND "kind" <> 'OWN';
ALTER TABLE "Page" ADD CONSTRAINT "Page_slug_of_own" CHECK (("kind" = 'OWN') = ("slug" IS NOT NULL));

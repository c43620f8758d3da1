-- CreateTable
CREATE TABLE "BrandOpening" (
    "version" INTEGER NOT NULL,
    "open" BOOLEAN NOT NULL,
    "line" TEXT NOT NULL DEFAULT '',
    "lineZh" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "actorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BrandOpening_pkey" PRIMARY KEY ("version")
);

-- AddForeignKey
ALTER TABLE "BrandOpening" ADD CONSTRAINT "BrandOpening_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand: a database that anybody had begun to use before the site could be closed stays open: one with a member (its first
-- administrator is one), a product or a board, since these can come by an import before any member does.
INSERT INTO "BrandOpening" ("version", "open", "reason", "at")
SELECT 1, true, 'It was open before it could be closed', now()
WHERE EXISTS (SELECT 1 FROM "Member") OR EXISTS (SELECT 1 FROM "Product") OR EXISTS (SELECT 1 FROM "Board");

-- CreateEnum
CREATE TYPE "BulkRowState" AS ENUM ('LEFT', 'DONE', 'REFUSED');

-- CreateTable
CREATE TABLE "BulkAct" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "version" INTEGER,
    "list" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "input" JSONB NOT NULL DEFAULT '{}',
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "aliveAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "stopped" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "BulkAct_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BulkRow" (
    "actId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "input" JSONB NOT NULL DEFAULT '{}',
    "state" "BulkRowState" NOT NULL DEFAULT 'LEFT',
    "code" TEXT,
    "values" JSONB,
    "at" TIMESTAMPTZ(3),

    CONSTRAINT "BulkRow_pkey" PRIMARY KEY ("actId","place")
);

-- CreateIndex
CREATE INDEX "BulkAct_list_draftedAt_id_idx" ON "BulkAct"("list", "draftedAt", "id");

-- CreateIndex
CREATE INDEX "BulkAct_memberId_idx" ON "BulkAct"("memberId");

-- CreateIndex
CREATE INDEX "BulkRow_actId_state_place_idx" ON "BulkRow"("actId", "state", "place");

-- CreateIndex
CREATE UNIQUE INDEX "BulkRow_actId_key_key" ON "BulkRow"("actId", "key");

-- AddForeignKey
ALTER TABLE "BulkAct" ADD CONSTRAINT "BulkAct_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BulkRow" ADD CONSTRAINT "BulkRow_actId_fkey" FOREIGN KEY ("actId") REFERENCES "BulkAct"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: few acts are drafts or at work, among all that there ever were.
CREATE INDEX "BulkAct_open" ON "BulkAct" ("draftedAt") WHERE "endedAt" IS NULL;

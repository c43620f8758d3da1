-- CreateTable
CREATE TABLE "ListExport" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "aliveAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "whole" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ListExport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ListExport_memberId_startedAt_idx" ON "ListExport"("memberId", "startedAt");

-- AddForeignKey
ALTER TABLE "ListExport" ADD CONSTRAINT "ListExport_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand:
CREATE UNIQUE INDEX "ListExport_one_running" ON "ListExport" ("place") WHERE "endedAt" IS NULL;

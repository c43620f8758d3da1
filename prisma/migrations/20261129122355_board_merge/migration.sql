-- CreateTable
CREATE TABLE "BoardAddress" (
    "slug" TEXT NOT NULL,
    "boardId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BoardAddress_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "BoardMerge" (
    "id" UUID NOT NULL,
    "fromId" UUID,
    "fromSlug" TEXT NOT NULL,
    "intoId" UUID NOT NULL,
    "byId" UUID,
    "total" INTEGER NOT NULL,
    "moved" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "runAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "BoardMerge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BoardAddress_boardId_idx" ON "BoardAddress"("boardId");

-- CreateIndex
CREATE UNIQUE INDEX "BoardMerge_fromId_key" ON "BoardMerge"("fromId");

-- CreateIndex
CREATE INDEX "BoardMerge_intoId_idx" ON "BoardMerge"("intoId");

-- CreateIndex
CREATE INDEX "BoardMerge_byId_idx" ON "BoardMerge"("byId");

-- CreateIndex
CREATE INDEX "BoardMerge_doneAt_at_idx" ON "BoardMerge"("doneAt", "at");

-- AddForeignKey
ALTER TABLE "BoardAddress" ADD CONSTRAINT "BoardAddress_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardMerge" ADD CONSTRAINT "BoardMerge_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Board"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardMerge" ADD CONSTRAINT "BoardMerge_intoId_fkey" FOREIGN KEY ("intoId") REFERENCES "Board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardMerge" ADD CONSTRAINT "BoardMerge_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "Board" ADD COLUMN     "parentId" UUID;

-- CreateTable
CREATE TABLE "BoardArchive" (
    "boardId" UUID NOT NULL,
    "byId" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BoardArchive_pkey" PRIMARY KEY ("boardId")
);

-- CreateIndex
CREATE INDEX "BoardArchive_byId_idx" ON "BoardArchive"("byId");

-- CreateIndex
CREATE INDEX "Board_parentId_idx" ON "Board"("parentId");

-- AddForeignKey
ALTER TABLE "Board" ADD CONSTRAINT "Board_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Board"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardArchive" ADD CONSTRAINT "BoardArchive_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardArchive" ADD CONSTRAINT "BoardArchive_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "Board" ADD COLUMN IF NOT EXISTS "threadCount" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Post" ADD COLUMN IF NOT EXISTS "branch" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX IF NOT EXISTS "Post_threadId_branch_number_idx" ON "Post"("threadId", "branch", "number");

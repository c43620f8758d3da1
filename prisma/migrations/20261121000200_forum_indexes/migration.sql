-- CreateIndex
CREATE INDEX IF NOT EXISTS "Thread_boardId_createdAt_idx" ON "Thread"("boardId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX IF NOT EXISTS "ThreadState_kind_at_idx" ON "ThreadState"("kind", "at" DESC);

-- CreateIndex
CREATE INDEX IF NOT EXISTS "Hiding_at_idx" ON "Hiding"("at" DESC);

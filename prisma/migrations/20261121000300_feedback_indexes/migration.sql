-- CreateIndex
CREATE INDEX IF NOT EXISTS "Idea_productId_stage_createdAt_id_idx" ON "Idea"("productId", "stage", "createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX IF NOT EXISTS "Idea_stage_createdAt_id_idx" ON "Idea"("stage", "createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX IF NOT EXISTS "Idea_productId_stage_stageAt_id_idx" ON "Idea"("productId", "stage", "stageAt" DESC, "id");

-- CreateIndex
CREATE INDEX IF NOT EXISTS "Idea_stage_stageAt_id_idx" ON "Idea"("stage", "stageAt" DESC, "id");

-- CreateIndex
CREATE INDEX IF NOT EXISTS "Idea_mergedIntoId_idx" ON "Idea"("mergedIntoId");

-- CreateIndex
CREATE INDEX IF NOT EXISTS "Idea_releaseId_idx" ON "Idea"("releaseId");

-- CreateIndex
CREATE INDEX IF NOT EXISTS "Idea_originPostId_idx" ON "Idea"("originPostId");

-- CreateIndex
CREATE INDEX IF NOT EXISTS "Release_productId_publishedAt_id_idx" ON "Release"("productId", "publishedAt" DESC, "id");

-- CreateIndex
CREATE INDEX IF NOT EXISTS "OwnerVoice_stage_createdAt_idx" ON "OwnerVoice"("stage", "createdAt");

-- CreateIndex
CREATE INDEX IF NOT EXISTS "OwnerVoice_ideaId_idx" ON "OwnerVoice"("ideaId");

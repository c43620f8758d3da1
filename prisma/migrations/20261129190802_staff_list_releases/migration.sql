-- CreateIndex
CREATE INDEX "Release_createdAt_id_idx" ON "Release"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Release_productId_createdAt_id_idx" ON "Release"("productId", "createdAt", "id");

-- By hand:
CREATE INDEX "Release_published_idx" ON "Release" ((COALESCE("publishedAt", 'epoch'::timestamptz)), "id");

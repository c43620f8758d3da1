-- CreateIndex
CREATE INDEX "Product_status_made_idx" ON "Product"("status", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Product_updatedAt_id_idx" ON "Product"("updatedAt", "id");

-- CreateIndex
CREATE INDEX "Product_status_updatedAt_id_idx" ON "Product"("status", "updatedAt", "id");

-- By hand:
CREATE INDEX "Product_title_idx" ON "Product" (lower("title") COLLATE "C", "id");
CREATE INDEX "Product_status_title_idx" ON "Product" ("status", lower("title") COLLATE "C", "id");

-- AlterTable
ALTER TABLE "Page" ADD COLUMN     "source" TEXT,
ADD COLUMN     "sourceId" TEXT,
ADD COLUMN     "sourceVersion" INTEGER;

-- AlterTable
ALTER TABLE "RemotePictureUse" ADD COLUMN     "pageId" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "Page_source_sourceId_key" ON "Page"("source", "sourceId");

-- CreateIndex
CREATE INDEX "RemotePictureUse_pageId_idx" ON "RemotePictureUse"("pageId");

-- CreateIndex
CREATE UNIQUE INDEX "RemotePictureUse_pictureId_pageId_key" ON "RemotePictureUse"("pictureId", "pageId");

-- AddForeignKey
ALTER TABLE "RemotePictureUse" ADD CONSTRAINT "RemotePictureUse_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "Page"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateEnum
CREATE TYPE "RemotePictureState" AS ENUM ('PENDING', 'READY', 'FAILED');

-- AlterTable
ALTER TABLE "Board" ADD COLUMN     "imported" JSONB;

-- AlterTable
ALTER TABLE "Post" ADD COLUMN     "imported" JSONB;

-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "imported" JSONB;

-- CreateTable
CREATE TABLE "RemotePicture" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "state" "RemotePictureState" NOT NULL DEFAULT 'PENDING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "path" TEXT,
    "fileId" TEXT,

    CONSTRAINT "RemotePicture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RemotePictureUse" (
    "id" UUID NOT NULL,
    "pictureId" UUID NOT NULL,
    "postId" UUID,
    "productId" UUID,

    CONSTRAINT "RemotePictureUse_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "RemotePicture_url_key" ON "RemotePicture"("url");

-- CreateIndex
CREATE INDEX "RemotePicture_fileId_idx" ON "RemotePicture"("fileId");

-- CreateIndex
CREATE INDEX "RemotePictureUse_postId_idx" ON "RemotePictureUse"("postId");

-- CreateIndex
CREATE INDEX "RemotePictureUse_productId_idx" ON "RemotePictureUse"("productId");

-- CreateIndex
CREATE UNIQUE INDEX "RemotePictureUse_pictureId_postId_key" ON "RemotePictureUse"("pictureId", "postId");

-- CreateIndex
CREATE UNIQUE INDEX "RemotePictureUse_pictureId_productId_key" ON "RemotePictureUse"("pictureId", "productId");

-- AddForeignKey
ALTER TABLE "RemotePicture" ADD CONSTRAINT "RemotePicture_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "File"("sha256") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RemotePictureUse" ADD CONSTRAINT "RemotePictureUse_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "RemotePicture"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RemotePictureUse" ADD CONSTRAINT "RemotePictureUse_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RemotePictureUse" ADD CONSTRAINT "RemotePictureUse_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand:

-- What earlier imports brought, as far as it can still be told: boards could not be changed since, and of posts the likes are
-- what no member here has given.
UPDATE "Board" SET "imported" = jsonb_build_object('name', "name", 'wanted', "slug", 'slug', "slug", 'description', "description",
  'visibility', "visibility", 'placeholder', "slug" ~ '^category-[0-9]+$') WHERE "source" IS NOT NULL;
UPDATE "Post" p SET "imported" = jsonb_build_object('digest', NULL, 'hidden', EXISTS (SELECT 1 FROM "Hiding" h WHERE h."postId" = p."id"),
  'votes', p."voteCount" - (SELECT count(*) FROM "PostVote" v WHERE v."postId" = p."id")) WHERE p."source" IS NOT NULL;

-- CreateTable
CREATE TABLE "ListView" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ListView_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ListView_list_shared_idx" ON "ListView"("list", "shared");

-- CreateIndex
CREATE UNIQUE INDEX "ListView_memberId_list_name_key" ON "ListView"("memberId", "list", "name");

-- AddForeignKey
ALTER TABLE "ListView" ADD CONSTRAINT "ListView_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

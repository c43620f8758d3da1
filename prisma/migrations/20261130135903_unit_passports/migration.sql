-- AlterTable
ALTER TABLE "Unit" ADD COLUMN     "passport" TEXT NOT NULL DEFAULT upper(replace((gen_random_uuid())::text, '-'::text, ''::text));

-- CreateIndex
CREATE UNIQUE INDEX "Unit_passport_key" ON "Unit"("passport");

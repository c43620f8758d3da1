-- CreateTable
CREATE TABLE "MenuVersion" (
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "parts" TEXT[],
    "actorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MenuVersion_pkey" PRIMARY KEY ("version")
);

-- AddForeignKey
ALTER TABLE "MenuVersion" ADD CONSTRAINT "MenuVersion_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "BarVersion" (
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "actorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BarVersion_pkey" PRIMARY KEY ("version")
);

-- AddForeignKey
ALTER TABLE "BarVersion" ADD CONSTRAINT "BarVersion_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "SettingsVersion" (
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "actorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SettingsVersion_pkey" PRIMARY KEY ("name","version")
);

-- AddForeignKey
ALTER TABLE "SettingsVersion" ADD CONSTRAINT "SettingsVersion_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

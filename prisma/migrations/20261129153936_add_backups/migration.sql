-- CreateEnum
CREATE TYPE "BackupCause" AS ENUM ('NIGHT', 'STAFF');

-- CreateTable
CREATE TABLE "Backup" (
    "id" UUID NOT NULL,
    "cause" "BackupCause" NOT NULL,
    "night" TEXT,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "askedById" UUID,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "aliveAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "step" INTEGER NOT NULL DEFAULT 0,
    "steps" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "file" TEXT,
    "bytes" BIGINT,
    "rows" BIGINT,
    "tables" INTEGER,
    "files" INTEGER,
    "namesOnly" BOOLEAN NOT NULL DEFAULT false,
    "missing" INTEGER NOT NULL DEFAULT 0,
    "sha256" TEXT,
    "verifiedAt" TIMESTAMPTZ(3),
    "spoiltAt" TIMESTAMPTZ(3),
    "goneAt" TIMESTAMPTZ(3),
    "verifyingAt" TIMESTAMPTZ(3),

    CONSTRAINT "Backup_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Backup_askedAt_idx" ON "Backup"("askedAt");

-- CreateIndex
CREATE INDEX "Backup_file_idx" ON "Backup"("file");

-- CreateIndex
CREATE INDEX "Backup_askedById_idx" ON "Backup"("askedById");

-- CreateIndex
CREATE UNIQUE INDEX "Backup_night_attempt_key" ON "Backup"("night", "attempt");

-- AddForeignKey
ALTER TABLE "Backup" ADD CONSTRAINT "Backup_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand: one backup at a time waits or is being made.
CREATE UNIQUE INDEX "Backup_one_open" ON "Backup" ((true)) WHERE "endedAt" IS NULL;
-- What the start of the staff pages and the metrics ask.
CREATE INDEX "Backup_failed" ON "Backup" ("askedAt") WHERE "failure" IS NOT NULL;
CREATE INDEX "Backup_spoilt" ON "Backup" ("spoiltAt") WHERE "spoiltAt" IS NOT NULL AND "goneAt" IS NULL;
CREATE INDEX "Backup_good" ON "Backup" ("askedAt") WHERE "endedAt" IS NOT NULL AND "failure" IS NULL AND "file" IS NOT NULL AND "goneAt" IS NULL AND "spoiltAt" IS NULL;

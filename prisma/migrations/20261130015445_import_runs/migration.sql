-- CreateEnum
CREATE TYPE "ImportSource" AS ENUM ('SHOPIFY', 'DISCOURSE');

-- CreateEnum
CREATE TYPE "ImportOrigin" AS ENUM ('STAFF', 'TERMINAL');

-- CreateEnum
CREATE TYPE "ImportRunState" AS ENUM ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'STOPPED');

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" UUID NOT NULL,
    "source" "ImportSource" NOT NULL,
    "origin" "ImportOrigin" NOT NULL,
    "rehearsal" BOOLEAN NOT NULL,
    "state" "ImportRunState" NOT NULL DEFAULT 'WAITING',
    "askedById" UUID,
    "version" INTEGER,
    "input" JSONB NOT NULL DEFAULT '{}',
    "uploadId" UUID,
    "rehearsedId" UUID,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "aliveAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "stopAskedAt" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "phase" TEXT,
    "subject" TEXT,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "report" JSONB,

    CONSTRAINT "ImportRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportUpload" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ImportUpload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportFile" (
    "id" UUID NOT NULL,
    "uploadId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "received" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ImportFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportPart" (
    "fileId" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "ImportPart_pkey" PRIMARY KEY ("fileId","place")
);

-- CreateIndex
CREATE INDEX "ImportRun_askedById_idx" ON "ImportRun"("askedById");

-- CreateIndex
CREATE INDEX "ImportRun_uploadId_idx" ON "ImportRun"("uploadId");

-- CreateIndex
CREATE INDEX "ImportRun_rehearsedId_idx" ON "ImportRun"("rehearsedId");

-- CreateIndex
CREATE UNIQUE INDEX "ImportUpload_memberId_key" ON "ImportUpload"("memberId");

-- CreateIndex
CREATE INDEX "ImportUpload_at_idx" ON "ImportUpload"("at");

-- CreateIndex
CREATE INDEX "ImportFile_uploadId_idx" ON "ImportFile"("uploadId");

-- AddForeignKey
ALTER TABLE "ImportRun" ADD CONSTRAINT "ImportRun_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRun" ADD CONSTRAINT "ImportRun_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "ImportUpload"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRun" ADD CONSTRAINT "ImportRun_rehearsedId_fkey" FOREIGN KEY ("rehearsedId") REFERENCES "ImportRun"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportUpload" ADD CONSTRAINT "ImportUpload_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportFile" ADD CONSTRAINT "ImportFile_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "ImportUpload"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportPart" ADD CONSTRAINT "ImportPart_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "ImportFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: one import at a time is not over.
CREATE UNIQUE INDEX "ImportRun_one_open" ON "ImportRun" ((true)) WHERE "endedAt" IS NULL;
-- A run is over exactly where its state says so.
ALTER TABLE "ImportRun" ADD CONSTRAINT "ImportRun_ended" CHECK (("endedAt" IS NOT NULL) = ("state" IN ('DONE', 'FAILED', 'STOPPED')));
ALTER TABLE "ImportRun" ADD CONSTRAINT "ImportRun_report_bounded" CHECK (octet_length("report"::text) <= 98304);
ALTER TABLE "ImportRun" ADD CONSTRAINT "ImportRun_input_bounded" CHECK (octet_length("input"::text) <= 4096);
ALTER TABLE "ImportPart" ADD CONSTRAINT "ImportPart_bounded" CHECK (octet_length("bytes") BETWEEN 1 AND 524288);
ALTER TABLE "ImportFile" ADD CONSTRAINT "ImportFile_bounded" CHECK ("bytes" BETWEEN 1 AND 268435456 AND "received" BETWEEN 0 AND "bytes");

-- CreateEnum
CREATE TYPE "ImportRecordState" AS ENUM ('KEPT', 'TAKEN');

-- CreateTable
CREATE TABLE "ImportRecord" (
    "source" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "row" JSONB NOT NULL,
    "state" "ImportRecordState" NOT NULL DEFAULT 'KEPT',
    "version" INTEGER NOT NULL DEFAULT 1,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "takenAt" TIMESTAMPTZ(3),

    CONSTRAINT "ImportRecord_pkey" PRIMARY KEY ("source","kind","sourceId")
);

-- CreateIndex
CREATE INDEX "ImportRecord_source_kind_state_sourceId_idx" ON "ImportRecord"("source", "kind", "state", "sourceId");

-- By hand:
ALTER TABLE "ImportRecord" ADD CONSTRAINT "ImportRecord_row_bounded" CHECK (octet_length("row"::text) <= 262144);

-- CreateEnum
CREATE TYPE "ReportCaseState" AS ENUM ('OPEN', 'DECIDED');

-- CreateTable
CREATE TABLE "ReportCase" (
    "id" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "state" "ReportCaseState" NOT NULL DEFAULT 'OPEN',
    "reports" INTEGER NOT NULL DEFAULT 1,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "ReportOutcome",
    "reason" TEXT NOT NULL DEFAULT '',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReportCase_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReportCase_state_openedAt_id_idx" ON "ReportCase"("state", "openedAt", "id");

-- CreateIndex
CREATE INDEX "ReportCase_state_outcome_openedAt_id_idx" ON "ReportCase"("state", "outcome", "openedAt", "id");

-- CreateIndex
CREATE INDEX "ReportCase_state_reports_id_idx" ON "ReportCase"("state", "reports", "id");

-- CreateIndex
CREATE INDEX "ReportCase_state_outcome_reports_id_idx" ON "ReportCase"("state", "outcome", "reports", "id");

-- CreateIndex
CREATE INDEX "ReportCase_state_changedAt_id_idx" ON "ReportCase"("state", "changedAt", "id");

-- CreateIndex
CREATE INDEX "ReportCase_state_outcome_changedAt_id_idx" ON "ReportCase"("state", "outcome", "changedAt", "id");

-- CreateIndex
CREATE INDEX "ReportCase_postId_idx" ON "ReportCase"("postId");

-- CreateIndex
CREATE INDEX "ReportCase_decidedById_idx" ON "ReportCase"("decidedById");

-- CreateIndex
CREATE INDEX "Report_reason_resolvedAt_createdAt_idx" ON "Report"("reason", "resolvedAt", "createdAt");

-- AddForeignKey
ALTER TABLE "ReportCase" ADD CONSTRAINT "ReportCase_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportCase" ADD CONSTRAINT "ReportCase_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Posts by who wrote them and by their board, hidden or not.
CREATE VIEW forum.placed_post AS
SELECT p."id", p."authorId", t."boardId" FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId";

-- By hand:
CREATE UNIQUE INDEX "ReportCase_one_open" ON "ReportCase" ("postId") WHERE "state" = 'OPEN';
INSERT INTO "ReportCase" ("id", "postId", "state", "reports", "openedAt", "changedAt", "outcome", "reason", "decidedById", "decidedAt")
SELECT gen_random_uuid(), r."postId", (CASE WHEN r."resolvedAt" IS NULL THEN 'OPEN' ELSE 'DECIDED' END)::"ReportCaseState", count(*), min(r."createdAt"),
  coalesce(r."resolvedAt", max(r."createdAt")), r."outcome", coalesce((SELECT a."reason" FROM "AuditEntry" a
    WHERE a."act" = 'reports.settle' AND a."subjectType" = 'post' AND a."subjectId" = r."postId"::text AND a."at" = r."resolvedAt" LIMIT 1), ''), r."resolvedById", r."resolvedAt"
FROM "Report" r GROUP BY r."postId", r."resolvedAt", r."resolvedById", r."outcome";

-- DropIndex
DROP INDEX "AuditEntry_at_id_idx";

-- CreateIndex
CREATE INDEX "AuditEntry_at_id_idx" ON "AuditEntry"("at", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_act_at_id_idx" ON "AuditEntry"("act", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_actorId_at_id_idx" ON "AuditEntry"("actorId", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_actorId_act_at_id_idx" ON "AuditEntry"("actorId", "act", "at", "id");

-- CreateIndex
CREATE INDEX "Report_reporterId_idx" ON "Report"("reporterId");

CREATE SCHEMA IF NOT EXISTS moderation;

-- Who reported which post.
CREATE VIEW moderation.report AS
SELECT r."id", r."postId", r."reporterId" FROM "Report" r;

-- Whose each order is, however it stands.
CREATE VIEW orders.placed_order AS
SELECT o."id", o."memberId" FROM "Order" o;

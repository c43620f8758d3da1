-- Who reported which post.
CREATE VIEW moderation.report AS
SELECT r."id", r."postId", r."reporterId" FROM "Report" r;

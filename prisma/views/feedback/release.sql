-- Releases by name.
CREATE VIEW feedback.release AS
SELECT r."id", r."productId", r."slug", r."version", r."title", r."titleZh", r."publishedAt" FROM "Release" r;

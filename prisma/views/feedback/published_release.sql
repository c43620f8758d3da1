-- Releases that everyone may read.
CREATE VIEW feedback.published_release AS
SELECT r."id", r."productId", r."slug", r."version", r."publishedAt" FROM "Release" r WHERE r."publishedAt" IS NOT NULL;

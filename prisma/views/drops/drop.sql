-- Drops: of which product, and when they were announced or called off.
CREATE VIEW drops.drop AS
SELECT d."id", d."productId", d."slug", d."title", d."titleZh", d."announcedAt", d."cancelledAt" FROM "Drop" d;

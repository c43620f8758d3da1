CREATE SCHEMA IF NOT EXISTS catalog;

CREATE SCHEMA IF NOT EXISTS drops;

CREATE SCHEMA IF NOT EXISTS forum;

-- Products by name, with whether they are on show.
CREATE VIEW catalog.product AS
SELECT p."id", p."handle", p."title", p."titleZh", p."status", p."createdAt" FROM "Product" p;

-- What is sold of a product, by name, place and price.
CREATE VIEW catalog.variant AS
SELECT v."id", v."productId", v."position", v."sku", v."title", v."titleZh", v."priceMinor", v."currency" FROM "Variant" v;

-- Units that are held or were: how they stand, and until when.
CREATE VIEW drops.claim AS
SELECT c."id", c."dropId", c."memberId", c."state", c."heldUntil" FROM "Claim" c;

-- Drops: of which product, and when they were announced or called off.
CREATE VIEW drops.drop AS
SELECT d."id", d."productId", d."slug", d."title", d."titleZh", d."announcedAt", d."cancelledAt" FROM "Drop" d;

-- From when to when a drop is open, over all its waves.
CREATE VIEW drops.opening AS
SELECT w."dropId", min(w."opensAt") AS "opensAt", max(w."closesAt") AS "closesAt" FROM "Wave" w GROUP BY w."dropId";

-- Whom a release credits for which idea.
CREATE VIEW feedback.credit AS
SELECT c."releaseId", c."ideaId", c."memberId" FROM "ReleaseCredit" c;

-- Releases by name.
CREATE VIEW feedback.release AS
SELECT r."id", r."productId", r."slug", r."version", r."title", r."titleZh", r."publishedAt" FROM "Release" r;

-- What opens each thread.
CREATE VIEW forum.opening_post AS
SELECT p."threadId", p."excerpt" FROM "Post" p WHERE p."number" = 1;

-- Who wrote each post, hidden or not: whom an idea that was made of it credits.
CREATE VIEW forum.post AS
SELECT p."id", p."authorId" FROM "Post" p;

-- Boards that are open to everyone, by the product they are about.
CREATE VIEW forum.public_board AS
SELECT b."id", b."slug", b."productId", b."position" FROM "Board" b WHERE b."visibility" = 'PUBLIC';

-- Posts that are not hidden: whose, and how many votes they have.
CREATE VIEW forum.shown_post AS
SELECT p."id", p."threadId", p."authorId", p."voteCount" FROM "Post" p
WHERE NOT EXISTS (SELECT 1 FROM "Hiding" h WHERE h."postId" = p."id");

-- Threads with their boards: `shown` tells that the opening post is not hidden, and with the board's visibility who may read them.
CREATE VIEW forum.thread AS
SELECT t."id", t."number", t."slug", t."title", t."lang", t."authorId", t."shown", t."postCount" - 1 - t."hiddenCount" AS "comments",
  t."boardId", b."slug" AS "board", b."visibility"
FROM "Thread" t JOIN "Board" b ON b."id" = t."boardId";

-- Where a member is written to.
CREATE VIEW members.mailbox AS
SELECT m."id", m."name", m."email", m."locale", m."emailVerifiedAt" FROM "Member" m;

-- Members as everyone may see them, with what tells whether they are spoken to and in which language.
CREATE VIEW members.person AS
SELECT m."id", m."handle", m."name", m."avatar", m."locale", m."trust", m."emailVerifiedAt", m."createdAt" FROM "Member" m;

-- Orders that have arrived: whose, and what was bought.
CREATE VIEW orders.delivered_order AS
SELECT o."id", o."memberId", l."variantId" FROM "Order" o JOIN "OrderLine" l ON l."orderId" = o."id" WHERE o."state" = 'DELIVERED';

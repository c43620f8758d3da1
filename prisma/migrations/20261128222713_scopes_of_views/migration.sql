DROP VIEW catalog.product, forum.thread;

-- Products by name, with whether everyone may know of them.
CREATE VIEW catalog.product AS
SELECT p."id", p."handle", p."title", p."titleZh", p."status", p."status" <> 'DRAFT' AS "known", p."createdAt" FROM "Product" p;

-- Threads with their boards: everyone may read one that is `isPublic`, by its board, and `shown`, with an opening post that is not hidden.
CREATE VIEW forum.thread AS
SELECT t."id", t."number", t."slug", t."title", t."lang", t."authorId", t."shown", t."postCount" - 1 - t."hiddenCount" AS "comments",
  t."boardId", b."slug" AS "board", b."visibility", b."visibility" = 'PUBLIC' AS "isPublic"
FROM "Thread" t JOIN "Board" b ON b."id" = t."boardId";

-- Threads with their boards: `shown` tells that the opening post is not hidden, and with the board's visibility who may read them.
CREATE VIEW forum.thread AS
SELECT t."id", t."number", t."slug", t."title", t."lang", t."authorId", t."shown", t."postCount" - 1 - t."hiddenCount" AS "comments",
  t."boardId", b."slug" AS "board", b."visibility"
FROM "Thread" t JOIN "Board" b ON b."id" = t."boardId";

-- Posts by who wrote them and by their board, hidden or not.
CREATE VIEW forum.placed_post AS
SELECT p."id", p."authorId", t."boardId" FROM "Post" p JOIN "Thread" t ON t."id" = p."threadId";

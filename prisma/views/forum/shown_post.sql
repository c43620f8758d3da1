-- Posts that are not hidden: whose, and how many votes they have.
CREATE VIEW forum.shown_post AS
SELECT p."id", p."threadId", p."authorId", p."voteCount" FROM "Post" p
WHERE NOT EXISTS (SELECT 1 FROM "Hiding" h WHERE h."postId" = p."id");

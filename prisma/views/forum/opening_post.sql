-- What opens each thread.
CREATE VIEW forum.opening_post AS
SELECT p."threadId", p."excerpt" FROM "Post" p WHERE p."number" = 1;

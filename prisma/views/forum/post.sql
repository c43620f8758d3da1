-- Who wrote each post, hidden or not: whom an idea that was made of it credits.
CREATE VIEW forum.post AS
SELECT p."id", p."authorId" FROM "Post" p;

-- Boards by name, whoever may read them.
CREATE VIEW forum.board AS
SELECT b."id", b."slug", b."name", b."nameZh", b."position", b."productId" FROM "Board" b;

-- Boards that are open to everyone, by the product they are about.
CREATE VIEW forum.public_board AS
SELECT b."id", b."slug", b."productId", b."position" FROM "Board" b WHERE b."visibility" = 'PUBLIC';

-- Whose each order is, however it stands.
CREATE VIEW orders.placed_order AS
SELECT o."id", o."memberId" FROM "Order" o;

-- Orders that have arrived: whose, and what was bought.
CREATE VIEW orders.delivered_order AS
SELECT o."id", o."memberId", l."variantId" FROM "Order" o JOIN "OrderLine" l ON l."orderId" = o."id" WHERE o."state" = 'DELIVERED';

-- Lines of orders that have arrived: whose, what was bought, and how many of it.
CREATE VIEW orders.delivered_order AS
SELECT o."id", o."memberId", l."id" AS "lineId", l."variantId", l."quantity" FROM "Order" o JOIN "OrderLine" l ON l."orderId" = o."id" WHERE o."state" = 'DELIVERED';

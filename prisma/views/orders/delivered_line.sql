-- What the parcels that have arrived brought of orders whose money was kept: whose, of which line, and how many pieces.
CREATE VIEW orders.delivered_line AS
SELECT o."id", o."memberId", s."id" AS "shipmentId", l."id" AS "lineId", l."variantId", c."units" AS "quantity"
FROM "Order" o JOIN "Shipment" s ON s."orderId" = o."id" JOIN "ShipmentLine" c ON c."shipmentId" = s."id" JOIN "OrderLine" l ON l."id" = c."lineId"
WHERE o."state" IN ('PAID', 'SHIPPED', 'DELIVERED') AND s."deliveredAt" IS NOT NULL;

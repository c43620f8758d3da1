-- Makes what orders hold sold: their money came in time. Answers false where one of them holds nothing, or where something of it is not held any more; the
-- caller then undoes all of it.
CREATE OR REPLACE FUNCTION sell_held(p_orders uuid[], p_at timestamptz) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  moves jsonb;
BEGIN
  PERFORM 1 FROM "StockHold" h WHERE h."orderId" = ANY (p_orders) ORDER BY h."id" FOR NO KEY UPDATE;
  IF EXISTS (SELECT 1 FROM "StockHold" h WHERE h."orderId" = ANY (p_orders) AND h."state" <> 'HELD')
    OR (SELECT count(DISTINCT h."orderId") FROM "StockHold" h WHERE h."orderId" = ANY (p_orders)) < (SELECT count(DISTINCT o) FROM unnest(p_orders) AS o) THEN
    RETURN false;
  END IF;
  moves := (SELECT jsonb_agg(jsonb_build_object('variantId', h."variantId", 'units', h."units", 'orderId', h."orderId", 'cause', 'SOLD', 'key', 'hold:' || h."id" || ':SOLD',
      'fromKind', 'HELD', 'fromPlace', h."locationId", 'toKind', 'SOLD', 'toPlace', h."locationId") ORDER BY h."id")
    FROM "StockHold" h WHERE h."orderId" = ANY (p_orders));
  IF EXISTS (SELECT 1 FROM move_stock(moves, NULL, p_at)) THEN RETURN false; END IF;
  UPDATE "StockHold" SET "state" = 'SOLD' WHERE "orderId" = ANY (p_orders);
  RETURN true;
END $$;

-- The moves of a list that were not made before, with their accounts; the list is described at move_stock().
CREATE OR REPLACE FUNCTION stock_wanted(p_moves jsonb)
RETURNS TABLE ("variantId" uuid, "fromId" bigint, "toId" bigint, "units" int, "cause" "StockCause", "key" text, "orderId" uuid, "dropId" uuid,
  "transferId" uuid, "note" text, "place" bigint) LANGUAGE sql STABLE AS $$
  SELECT w."variantId", f."id", t."id", w."units", w."cause"::"StockCause", w."key", w."orderId", w."dropId", w."transferId", coalesce(w."note", ''), w.place
  FROM ROWS FROM (jsonb_to_recordset(p_moves) AS ("variantId" uuid, "fromKind" text, "fromPlace" uuid, "fromDrop" uuid, "toKind" text, "toPlace" uuid,
    "toDrop" uuid, "units" int, "cause" text, "key" text, "orderId" uuid, "dropId" uuid, "transferId" uuid, "note" text)) WITH ORDINALITY AS
    w("variantId", "fromKind", "fromPlace", "fromDrop", "toKind", "toPlace", "toDrop", "units", "cause", "key", "orderId", "dropId", "transferId", "note", place)
  JOIN "StockAccount" f ON f."variantId" = w."variantId" AND f."kind" = w."fromKind"::"StockKind" AND f."locationId" IS NOT DISTINCT FROM w."fromPlace"
    AND f."dropId" IS NOT DISTINCT FROM w."fromDrop"
  JOIN "StockAccount" t ON t."variantId" = w."variantId" AND t."kind" = w."toKind"::"StockKind" AND t."locationId" IS NOT DISTINCT FROM w."toPlace"
    AND t."dropId" IS NOT DISTINCT FROM w."toDrop"
  WHERE w."key" IS NULL OR NOT EXISTS (SELECT 1 FROM "StockMove" m WHERE m."key" = w."key") $$;

-- What is open of a variant at places that sell.
CREATE OR REPLACE FUNCTION open_stock(p_variant uuid) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(a."units"), 0)::int FROM "StockAccount" a JOIN "StockLocation" l ON l."id" = a."locationId"
  WHERE a."variantId" = p_variant AND a."kind" = 'OPEN' AND l."sells" AND l."closedAt" IS NULL $$;

-- Moves units between accounts of the ledger of stock, all of what is asked or none; p_moves is a list of {variantId, fromKind, fromPlace, fromDrop,
-- toKind, toPlace, toDrop, units, cause, key, orderId, dropId, transferId, note}. A move whose key is known already is left out. The rows of the
-- variants are locked first, in one order: whoever moves units of a variant waits for whoever was before, and nobody waits crosswise. Answers
-- nothing where all was moved, else each account that has fewer units than are wanted of it; then nothing was moved.
CREATE OR REPLACE FUNCTION move_stock(p_moves jsonb, p_actor uuid, p_at timestamptz)
RETURNS TABLE ("variantId" uuid, "kind" text, "units" int, "wanted" int) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  variants uuid[] := ARRAY(SELECT DISTINCT (m->>'variantId')::uuid FROM jsonb_array_elements(p_moves) AS m);
  counted int;
BEGIN
  PERFORM 1 FROM "StockedVariant" s WHERE s."id" = ANY (variants) ORDER BY s."id" FOR NO KEY UPDATE;
  GET DIAGNOSTICS counted = ROW_COUNT;
  IF counted < cardinality(variants) THEN RAISE EXCEPTION 'a variant among % is not counted', variants; END IF;

  INSERT INTO "StockAccount" ("variantId", "kind", "locationId", "dropId")
  SELECT DISTINCT w."variantId", side.kind::"StockKind", side.place, side."drop"
  FROM jsonb_to_recordset(p_moves) AS w("variantId" uuid, "fromKind" text, "fromPlace" uuid, "fromDrop" uuid, "toKind" text, "toPlace" uuid, "toDrop" uuid)
    CROSS JOIN LATERAL (VALUES (w."fromKind", w."fromPlace", w."fromDrop"), (w."toKind", w."toPlace", w."toDrop")) AS side(kind, place, "drop")
  ON CONFLICT ("variantId", "kind", "locationId", "dropId") DO NOTHING;

  RETURN QUERY
    SELECT a."variantId", a."kind"::text, a."units", sum(w."units")::int FROM stock_wanted(p_moves) w JOIN "StockAccount" a ON a."id" = w."fromId"
    WHERE a."locationId" IS NOT NULL GROUP BY a."id" HAVING sum(w."units") > a."units";
  IF FOUND THEN RETURN; END IF;

  WITH made AS (
    INSERT INTO "StockMove" ("id", "variantId", "fromId", "toId", "units", "cause", "key", "orderId", "dropId", "transferId", "note", "actorId", "at")
    SELECT gen_random_uuid(), w."variantId", w."fromId", w."toId", w."units", w."cause", w."key", w."orderId", w."dropId", w."transferId", w."note", p_actor, p_at
    FROM stock_wanted(p_moves) w ORDER BY w."place" RETURNING "fromId", "toId", "units"
  ), net AS (
    SELECT side."id", sum(side.delta)::int AS delta FROM (SELECT "fromId" AS "id", -"units" AS delta FROM made UNION ALL SELECT "toId", "units" FROM made) AS side
    GROUP BY side."id"
  )
  UPDATE "StockAccount" a SET "units" = a."units" + net.delta FROM net WHERE a."id" = net."id" AND net.delta <> 0;

  WITH summed AS MATERIALIZED (SELECT v.id, open_stock(v.id) AS units FROM unnest(variants) AS v(id))
  UPDATE "StockedVariant" s SET "open" = n.units FROM summed n WHERE n.id = s."id" AND s."open" <> n.units;
END $$;

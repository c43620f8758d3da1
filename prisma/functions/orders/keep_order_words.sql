-- Writes what an order is found by. A number with gaps is also one word without them, as people type telephone and tracking numbers.
CREATE OR REPLACE FUNCTION keep_order_words(p_order uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "OrderWords" ("orderId", "createdAt", "words")
  SELECT o."id", o."createdAt", search_words(concat_ws(' ', o."number", o."shipName", o."shipLine1", o."shipLine2", o."shipCity", o."shipRegion",
    o."shipPostcode", replace(o."shipPostcode", ' ', ''), o."shipPhone", regexp_replace(o."shipPhone", '\D', '', 'g'), s.words))
  FROM "Order" o LEFT JOIN LATERAL (
    SELECT string_agg(s."tracking" || ' ' || regexp_replace(s."tracking", '[^A-Za-z0-9]', '', 'g'), ' ') AS words FROM "Shipment" s WHERE s."orderId" = o."id") s ON true
  WHERE o."id" = p_order
  ON CONFLICT ("orderId") DO UPDATE SET "words" = EXCLUDED."words", "createdAt" = EXCLUDED."createdAt" $$;

CREATE OR REPLACE FUNCTION order_words_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'Order' THEN PERFORM keep_order_words(NEW."id");
  ELSE PERFORM keep_order_words(NEW."orderId");
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER "Order_words" AFTER INSERT OR UPDATE OF "number", "shipName", "shipLine1", "shipLine2", "shipCity", "shipRegion", "shipPostcode",
  "shipPhone", "createdAt" ON "Order" FOR EACH ROW EXECUTE FUNCTION order_words_changed();

CREATE OR REPLACE TRIGGER "Shipment_words" AFTER INSERT OR UPDATE OF "tracking", "orderId" ON "Shipment" FOR EACH ROW EXECUTE FUNCTION order_words_changed();

-- DropIndex
DROP INDEX "Member_createdAt_id_idx";

-- DropIndex
DROP INDEX "Order_createdAt_id_idx";

-- DropIndex
DROP INDEX "Order_dropId_idx";

-- DropIndex
DROP INDEX "Order_state_createdAt_id_idx";

-- CreateTable
CREATE TABLE "ListColumns" (
    "memberId" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "columns" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ListColumns_pkey" PRIMARY KEY ("memberId","list")
);

-- CreateTable
CREATE TABLE "MemberWords" (
    "memberId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "words" TEXT[],

    CONSTRAINT "MemberWords_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "OrderWords" (
    "orderId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "words" TEXT[],

    CONSTRAINT "OrderWords_pkey" PRIMARY KEY ("orderId")
);

-- CreateIndex
CREATE INDEX "MemberWords_createdAt_memberId_idx" ON "MemberWords"("createdAt", "memberId");

-- CreateIndex
CREATE INDEX "OrderWords_createdAt_orderId_idx" ON "OrderWords"("createdAt", "orderId");

-- CreateIndex
CREATE INDEX "Member_createdAt_id_idx" ON "Member"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Member_trust_createdAt_id_idx" ON "Member"("trust", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Order_createdAt_id_idx" ON "Order"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Order_state_createdAt_id_idx" ON "Order"("state", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Order_dropId_createdAt_id_idx" ON "Order"("dropId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Order_dropId_state_createdAt_id_idx" ON "Order"("dropId", "state", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Order_currency_totalMinor_id_idx" ON "Order"("currency", "totalMinor", "id");

-- AddForeignKey
ALTER TABLE "ListColumns" ADD CONSTRAINT "ListColumns_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberWords" ADD CONSTRAINT "MemberWords_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderWords" ADD CONSTRAINT "OrderWords_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The words of a text by which staff lists are searched: runs of letters and digits in lower case, without accents; of a run of
-- Chinese or Japanese signs each pair of neighbours, and the last sign, so that one sign and any part of the run is found as well.
CREATE OR REPLACE FUNCTION search_words(p_text text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT word), '{}') FROM (
    SELECT (regexp_matches(regexp_replace(normalize(lower(p_text), NFKD), '[\u0300-\u036f]', '', 'g'),
      '[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+|[^\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\ufe10-\ufe4f]+', 'g'))[1] AS run
  ) runs CROSS JOIN LATERAL (
    SELECT left(run, 60) AS word WHERE run !~ '^[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]'
    UNION ALL
    SELECT substr(run, i, 2) FROM generate_series(1, least(length(run), 60)) i WHERE run ~ '^[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]'
  ) words $$;

-- Writes what a member is found by.
CREATE OR REPLACE FUNCTION keep_member_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "MemberWords" ("memberId", "createdAt", "words") VALUES (NEW."id", NEW."createdAt", search_words(NEW."handle" || ' ' || NEW."name"))
  ON CONFLICT ("memberId") DO UPDATE SET "words" = EXCLUDED."words", "createdAt" = EXCLUDED."createdAt";
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER "Member_words" AFTER INSERT OR UPDATE OF "handle", "name", "createdAt" ON "Member"
  FOR EACH ROW EXECUTE FUNCTION keep_member_words();

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

-- What finds rows with every word of a text, each as the beginning of one of theirs; null for a text without words. Of Chinese and
-- Japanese the pairs alone are asked for, where there is one: the last sign of a search may stand within a run.
CREATE OR REPLACE FUNCTION search_query(p_text text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg('''' || word || ''':*', ' & ')::tsquery
  FROM (SELECT word FROM unnest(search_words(p_text)) word
    WHERE length(word) > 1 OR word !~ '^[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]'
      OR NOT EXISTS (SELECT 1 FROM unnest(search_words(p_text)) pair WHERE length(pair) = 2 AND pair LIKE '%' || word) LIMIT 12) words $$;

-- By hand:
CREATE INDEX "OrderWords_words_idx" ON "OrderWords" USING gin (array_to_tsvector("words"));
CREATE INDEX "MemberWords_words_idx" ON "MemberWords" USING gin (array_to_tsvector("words"));
CREATE INDEX "Member_seen_idx" ON "Member" (COALESCE("lastSeenAt", 'epoch'::timestamptz), "id");
CREATE INDEX "Suspension_open_idx" ON "Suspension" ("at", "memberId") WHERE "liftedAt" IS NULL;
SELECT keep_order_words("id") FROM "Order";
INSERT INTO "MemberWords" ("memberId", "createdAt", "words") SELECT "id", "createdAt", search_words("handle" || ' ' || "name") FROM "Member";

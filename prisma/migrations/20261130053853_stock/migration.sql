DROP VIEW catalog.variant;

-- CreateEnum
CREATE TYPE "StockKind" AS ENUM ('OPEN', 'SET_ASIDE', 'HELD', 'SOLD', 'DAMAGED', 'IN_TRANSIT', 'SUPPLIER', 'CUSTOMER', 'DIFFERENCE', 'SCRAP');

-- CreateEnum
CREATE TYPE "StockCause" AS ENUM ('RECEIVED', 'COUNTED', 'DAMAGED', 'REPAIRED', 'SCRAPPED', 'SENT', 'ARRIVED', 'MISSING', 'SET_ASIDE', 'GIVEN_BACK', 'HELD', 'RELEASED', 'SOLD', 'SHIPPED', 'RESTOCKED');

-- CreateEnum
CREATE TYPE "StockHoldState" AS ENUM ('HELD', 'SOLD', 'SHIPPED', 'RELEASED');

-- CreateTable
CREATE TABLE "StockLocation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "sells" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StockLocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockedVariant" (
    "id" UUID NOT NULL,
    "inShop" BOOLEAN NOT NULL DEFAULT false,
    "lowAt" INTEGER,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "open" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "StockedVariant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockAccount" (
    "id" BIGSERIAL NOT NULL,
    "variantId" UUID NOT NULL,
    "kind" "StockKind" NOT NULL,
    "locationId" UUID,
    "dropId" UUID,
    "units" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "StockAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockMove" (
    "id" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "fromId" BIGINT NOT NULL,
    "toId" BIGINT NOT NULL,
    "units" INTEGER NOT NULL,
    "cause" "StockCause" NOT NULL,
    "key" TEXT,
    "orderId" UUID,
    "dropId" UUID,
    "transferId" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "actorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StockMove_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockHold" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "lineId" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "locationId" UUID NOT NULL,
    "units" INTEGER NOT NULL,
    "state" "StockHoldState" NOT NULL DEFAULT 'HELD',
    "until" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StockHold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DropStock" (
    "dropId" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "DropStock_pkey" PRIMARY KEY ("dropId","variantId")
);

-- CreateTable
CREATE TABLE "StockTransfer" (
    "id" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "units" INTEGER NOT NULL,
    "arrived" INTEGER NOT NULL DEFAULT 0,
    "missing" INTEGER NOT NULL DEFAULT 0,
    "note" TEXT NOT NULL DEFAULT '',
    "sentById" UUID,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StockTransfer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockProof" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "accounts" INTEGER NOT NULL,
    "faults" JSONB NOT NULL,

    CONSTRAINT "StockProof_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "StockLocation_name_key" ON "StockLocation"("name");

-- CreateIndex
CREATE INDEX "StockedVariant_since_id_idx" ON "StockedVariant"("since", "id");

-- CreateIndex
CREATE INDEX "StockedVariant_open_id_idx" ON "StockedVariant"("open", "id");

-- CreateIndex
CREATE INDEX "StockAccount_locationId_variantId_idx" ON "StockAccount"("locationId", "variantId");

-- CreateIndex
CREATE INDEX "StockAccount_dropId_idx" ON "StockAccount"("dropId");

-- CreateIndex
CREATE UNIQUE INDEX "StockMove_key_key" ON "StockMove"("key");

-- CreateIndex
CREATE INDEX "StockMove_variantId_at_id_idx" ON "StockMove"("variantId", "at", "id");

-- CreateIndex
CREATE INDEX "StockMove_fromId_idx" ON "StockMove"("fromId");

-- CreateIndex
CREATE INDEX "StockMove_toId_idx" ON "StockMove"("toId");

-- CreateIndex
CREATE INDEX "StockHold_orderId_idx" ON "StockHold"("orderId");

-- CreateIndex
CREATE INDEX "StockHold_lineId_idx" ON "StockHold"("lineId");

-- CreateIndex
CREATE INDEX "StockHold_state_until_idx" ON "StockHold"("state", "until");

-- CreateIndex
CREATE INDEX "StockTransfer_closedAt_sentAt_idx" ON "StockTransfer"("closedAt", "sentAt");

-- CreateIndex
CREATE INDEX "StockTransfer_toId_closedAt_idx" ON "StockTransfer"("toId", "closedAt");

-- CreateIndex
CREATE INDEX "StockProof_at_idx" ON "StockProof"("at");

-- AddForeignKey
ALTER TABLE "StockedVariant" ADD CONSTRAINT "StockedVariant_id_fkey" FOREIGN KEY ("id") REFERENCES "Variant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockAccount" ADD CONSTRAINT "StockAccount_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "Variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockAccount" ADD CONSTRAINT "StockAccount_locationId_fkey" FOREIGN KEY ("locationId") REFERENCES "StockLocation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockAccount" ADD CONSTRAINT "StockAccount_dropId_fkey" FOREIGN KEY ("dropId") REFERENCES "Drop"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockMove" ADD CONSTRAINT "StockMove_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "StockAccount"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockMove" ADD CONSTRAINT "StockMove_toId_fkey" FOREIGN KEY ("toId") REFERENCES "StockAccount"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockMove" ADD CONSTRAINT "StockMove_transferId_fkey" FOREIGN KEY ("transferId") REFERENCES "StockTransfer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockMove" ADD CONSTRAINT "StockMove_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockHold" ADD CONSTRAINT "StockHold_locationId_fkey" FOREIGN KEY ("locationId") REFERENCES "StockLocation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockHold" ADD CONSTRAINT "StockHold_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "OrderLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockHold" ADD CONSTRAINT "StockHold_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DropStock" ADD CONSTRAINT "DropStock_dropId_fkey" FOREIGN KEY ("dropId") REFERENCES "Drop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockTransfer" ADD CONSTRAINT "StockTransfer_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "Variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockTransfer" ADD CONSTRAINT "StockTransfer_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "StockLocation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockTransfer" ADD CONSTRAINT "StockTransfer_toId_fkey" FOREIGN KEY ("toId") REFERENCES "StockLocation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockTransfer" ADD CONSTRAINT "StockTransfer_sentById_fkey" FOREIGN KEY ("sentById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE SCHEMA IF NOT EXISTS stock;

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

  UPDATE "StockedVariant" s SET "open" = open_stock(s."id") WHERE s."id" = ANY (variants) AND s."open" <> open_stock(s."id");
END $$;

-- The ledger of stock is append-only.
CREATE OR REPLACE TRIGGER "StockMove_append_only" BEFORE UPDATE OR DELETE ON "StockMove"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What is sold of a product, by name, place, codes, currency and weight; one that is retired stays for the orders and drops that name it.
CREATE VIEW catalog.variant AS
SELECT v."id", v."productId", v."position", v."sku", v."title", v."titleZh", v."currency", v."grams", v."retiredAt", v."barcode" FROM "Variant" v;

-- Variants that are counted: how many are open at places that sell, and whether the shop sells them.
CREATE VIEW stock.open_variant AS
SELECT s."id" AS "variantId", s."open" AS "units", s."inShop" FROM "StockedVariant" s;

-- By hand: one account of each kind, place and drop; goods are never fewer than none, and lie somewhere, which what is outside does not.
CREATE UNIQUE INDEX "StockAccount_one" ON "StockAccount" ("variantId", "kind", "locationId", "dropId") NULLS NOT DISTINCT;
ALTER TABLE "StockAccount" ADD CONSTRAINT "StockAccount_not_below_zero" CHECK ("locationId" IS NULL OR "units" >= 0);
ALTER TABLE "StockAccount" ADD CONSTRAINT "StockAccount_placed"
  CHECK (("locationId" IS NULL) = ("kind" IN ('SUPPLIER', 'CUSTOMER', 'DIFFERENCE', 'SCRAP')) AND ("dropId" IS NOT NULL) = ("kind" = 'SET_ASIDE'));
ALTER TABLE "StockMove" ADD CONSTRAINT "StockMove_moves" CHECK ("units" > 0 AND "fromId" <> "toId");
ALTER TABLE "StockHold" ADD CONSTRAINT "StockHold_units" CHECK ("units" > 0);
ALTER TABLE "StockHold" ADD CONSTRAINT "StockHold_ended" CHECK (("endedAt" IS NOT NULL) = ("state" = 'RELEASED'));
ALTER TABLE "StockTransfer" ADD CONSTRAINT "StockTransfer_counted" CHECK ("units" > 0 AND "arrived" >= 0 AND "missing" >= 0 AND "arrived" + "missing" <= "units"
  AND ("closedAt" IS NOT NULL) = ("arrived" + "missing" = "units") AND "fromId" <> "toId");
ALTER TABLE "DropStock" ADD CONSTRAINT "DropStock_taken" CHECK ("taken" >= 0);
CREATE INDEX "StockedVariant_out_idx" ON "StockedVariant" ("since", "id") WHERE "open" = 0;
CREATE INDEX "StockedVariant_low_idx" ON "StockedVariant" ("since", "id") WHERE "open" <= "lowAt";
CREATE INDEX "StockedVariant_shop_idx" ON "StockedVariant" ("since", "id") WHERE "inShop";
CREATE INDEX "StockedVariant_shop_open_idx" ON "StockedVariant" ("open", "id") WHERE "inShop";

DROP VIEW catalog.variant;

-- CreateTable
CREATE TABLE "Market" (
    "number" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Market_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "MarketVersion" (
    "market" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "actorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MarketVersion_pkey" PRIMARY KEY ("market","version")
);

-- AddForeignKey
ALTER TABLE "MarketVersion" ADD CONSTRAINT "MarketVersion_market_fkey" FOREIGN KEY ("market") REFERENCES "Market"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MarketVersion" ADD CONSTRAINT "MarketVersion_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand: a shop that has products or orders goes on under the terms that the program held until now, and its orders keep them.
INSERT INTO "Market" ("number", "createdAt")
SELECT 1, now() WHERE EXISTS (SELECT 1 FROM "Product") OR EXISTS (SELECT 1 FROM "Order");
INSERT INTO "MarketVersion" ("market", "version", "data", "at")
SELECT m."number", 1, data.terms || jsonb_build_object(
    'seller', jsonb_build_object('name', coalesce(brand.data->'name'->>'en', ''), 'address', '', 'taxNumbers', jsonb_build_array()),
    'currency', coalesce(brand.data->>'currency', 'USD')), now()
FROM "Market" m
  CROSS JOIN (SELECT $json${"seller":{"name":"","address":"","taxNumbers":[]},"returnAddress":"","currency":"USD","timeZone":"UTC","taxIncluded":false,"zones":[{"name":{"en":"North America","zh":"北美"},"countries":["CA","US"],"days":null,"rates":{"USD":[{"upTo":null,"amountMinor":900}],"EUR":[{"upTo":null,"amountMinor":850}],"GBP":[{"upTo":null,"amountMinor":750}],"CNY":[{"upTo":null,"amountMinor":6500}],"JPY":[{"upTo":null,"amountMinor":1350}],"CAD":[{"upTo":null,"amountMinor":1250}],"AUD":[{"upTo":null,"amountMinor":1400}]}},{"name":{"en":"Europe","zh":"欧洲"},"countries":["DE","ES","FR","GB","IT","NL"],"days":null,"rates":{"USD":[{"upTo":null,"amountMinor":1200}],"EUR":[{"upTo":null,"amountMinor":1100}],"GBP":[{"upTo":null,"amountMinor":950}],"CNY":[{"upTo":null,"amountMinor":8600}],"JPY":[{"upTo":null,"amountMinor":1800}],"CAD":[{"upTo":null,"amountMinor":1650}],"AUD":[{"upTo":null,"amountMinor":1850}]}},{"name":{"en":"Asia","zh":"亚洲"},"countries":["CN","HK","JP","KR","SG"],"days":null,"rates":{"USD":[{"upTo":null,"amountMinor":700}],"EUR":[{"upTo":null,"amountMinor":650}],"GBP":[{"upTo":null,"amountMinor":550}],"CNY":[{"upTo":null,"amountMinor":5000}],"JPY":[{"upTo":null,"amountMinor":1050}],"CAD":[{"upTo":null,"amountMinor":950}],"AUD":[{"upTo":null,"amountMinor":1100}]}},{"name":{"en":"Australia and New Zealand","zh":"澳大利亚和新西兰"},"countries":["AU","NZ"],"days":null,"rates":{"USD":[{"upTo":null,"amountMinor":1500}],"EUR":[{"upTo":null,"amountMinor":1400}],"GBP":[{"upTo":null,"amountMinor":1200}],"CNY":[{"upTo":null,"amountMinor":10800}],"JPY":[{"upTo":null,"amountMinor":2250}],"CAD":[{"upTo":null,"amountMinor":2050}],"AUD":[{"upTo":null,"amountMinor":2300}]}}],"taxes":[{"country":"AU","region":"","name":"GST","ppm":100000,"included":true,"from":null,"until":null},{"country":"CA","region":"","name":"GST","ppm":50000,"included":false,"from":null,"until":null},{"country":"CN","region":"","name":"VAT","ppm":130000,"included":true,"from":null,"until":null},{"country":"DE","region":"","name":"VAT","ppm":190000,"included":true,"from":null,"until":null},{"country":"ES","region":"","name":"VAT","ppm":210000,"included":true,"from":null,"until":null},{"country":"FR","region":"","name":"VAT","ppm":200000,"included":true,"from":null,"until":null},{"country":"GB","region":"","name":"VAT","ppm":200000,"included":true,"from":null,"until":null},{"country":"IT","region":"","name":"VAT","ppm":220000,"included":true,"from":null,"until":null},{"country":"JP","region":"","name":"Consumption tax","ppm":100000,"included":true,"from":null,"until":null},{"country":"KR","region":"","name":"VAT","ppm":100000,"included":true,"from":null,"until":null},{"country":"NL","region":"","name":"VAT","ppm":210000,"included":true,"from":null,"until":null},{"country":"NZ","region":"","name":"GST","ppm":150000,"included":true,"from":null,"until":null},{"country":"SG","region":"","name":"GST","ppm":90000,"included":true,"from":null,"until":null}]}$json$::jsonb AS terms) data
  LEFT JOIN LATERAL (SELECT b."data" FROM "BrandVersion" b ORDER BY b."version" DESC LIMIT 1) brand ON true;

-- AlterTable
ALTER TABLE "Order" ADD COLUMN "market" INTEGER,
ADD COLUMN "marketVersion" INTEGER,
ADD COLUMN "terms" JSONB;

UPDATE "Order" o SET "market" = 1, "marketVersion" = 1, "terms" = jsonb_build_object(
  'tax', jsonb_build_object('name', coalesce(t.tax->>'name', ''), 'ppm', coalesce((t.tax->>'ppm')::int, 0), 'included', coalesce((t.tax->>'included')::boolean, false)),
  'shipping', jsonb_build_object('zone', coalesce(z.zone->'name', '{"en": "", "zh": ""}'::jsonb), 'days', NULL))
FROM "Order" same
  LEFT JOIN LATERAL (SELECT each AS tax FROM "MarketVersion" v, jsonb_array_elements(v."data"->'taxes') each WHERE each->>'country' = same."shipCountry") t ON true
  LEFT JOIN LATERAL (SELECT each AS zone FROM "MarketVersion" v, jsonb_array_elements(v."data"->'zones') each WHERE each->'countries' ? same."shipCountry") z ON true
WHERE same."id" = o."id";

ALTER TABLE "Order" ALTER COLUMN "market" SET NOT NULL, ALTER COLUMN "marketVersion" SET NOT NULL, ALTER COLUMN "terms" SET NOT NULL;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_market_marketVersion_fkey" FOREIGN KEY ("market", "marketVersion") REFERENCES "MarketVersion"("market", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Orders of held units that are wanted at one moment, each with its line, its first steps, its payment and its event;
-- p_orders is a list of {id, number, memberId, claimId, dropId, market, marketVersion, terms, variantId, title, priceMinor, currency, subtotalMinor,
-- shippingMinor, taxMinor, totalMinor, locale, shipName … shipPhone, paymentId, provider, event, spent}, where spent is
-- {key, most, until} for a use that is counted with it. Whatever does not fit (no longer held, ordered
-- already, too many tries) is raised as MLT01, and leaves no trace of any: the caller then places each alone.
CREATE OR REPLACE FUNCTION place_orders(p_orders jsonb, p_followed boolean, p_attempts int, p_priority int, p_at timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  wanted record;
BEGIN
  -- By claim, so that two such statements never wait for each other crosswise.
  FOR wanted IN
    SELECT w.* FROM jsonb_to_recordset(p_orders) AS w(id uuid, number text, "memberId" uuid, "claimId" uuid, "dropId" uuid, market int, "marketVersion" int, terms jsonb, "variantId" uuid, title text,
      "priceMinor" bigint, currency text, "subtotalMinor" bigint, "shippingMinor" bigint, "taxMinor" bigint, "totalMinor" bigint, locale text, "shipName" text, "shipLine1" text,
      "shipLine2" text, "shipCity" text, "shipRegion" text, "shipPostcode" text, "shipCountry" text, "shipPhone" text, "paymentId" uuid, provider text, event uuid,
      spent jsonb) ORDER BY w."claimId"
  LOOP
    PERFORM 1 FROM "Claim" c WHERE c."id" = wanted."claimId" AND c."memberId" = wanted."memberId" AND c."state" = 'HELD' AND c."heldUntil" > p_at FOR NO KEY UPDATE;
    IF NOT FOUND OR EXISTS (SELECT 1 FROM "Order" o WHERE o."claimId" = wanted."claimId" AND o."state" NOT IN ('CANCELLED', 'REFUNDED'))
      OR EXISTS (SELECT 1 FROM "Drop" d WHERE d."id" = wanted."dropId" AND d."cancelledAt" IS NOT NULL) THEN
      RAISE EXCEPTION 'not plain' USING ERRCODE = 'MLT01';
    END IF;

    IF wanted.spent IS NOT NULL THEN
      INSERT INTO "RateBucket" AS b ("key", "count", "resetsAt") VALUES (wanted.spent->>'key', 1, (wanted.spent->>'until')::timestamptz)
      ON CONFLICT ("key") DO UPDATE SET
        "count" = CASE WHEN b."resetsAt" <= p_at THEN 1 ELSE b."count" + 1 END,
        "resetsAt" = CASE WHEN b."resetsAt" <= p_at THEN EXCLUDED."resetsAt" ELSE b."resetsAt" END
      WHERE b."resetsAt" <= p_at OR b."count" < (wanted.spent->>'most')::int;
      IF NOT FOUND THEN RAISE EXCEPTION 'not plain' USING ERRCODE = 'MLT01'; END IF;
    END IF;

    INSERT INTO "Order" ("id", "number", "memberId", "claimId", "dropId", "market", "marketVersion", "terms", "currency", "subtotalMinor", "shippingMinor", "taxMinor", "totalMinor",
      "locale", "shipName", "shipLine1", "shipLine2", "shipCity", "shipRegion", "shipPostcode", "shipCountry", "shipPhone", "createdAt")
    VALUES (wanted.id, wanted.number, wanted."memberId", wanted."claimId", wanted."dropId", wanted.market, wanted."marketVersion", wanted.terms, wanted.currency, wanted."subtotalMinor", wanted."shippingMinor",
      wanted."taxMinor", wanted."totalMinor", wanted.locale, wanted."shipName", wanted."shipLine1", wanted."shipLine2", wanted."shipCity", wanted."shipRegion",
      wanted."shipPostcode", wanted."shipCountry", wanted."shipPhone", p_at);
    INSERT INTO "OrderLine" ("id", "orderId", "variantId", "title", "quantity", "priceMinor")
    VALUES (gen_random_uuid(), wanted.id, wanted."variantId", wanted.title, 1, wanted."priceMinor");
    INSERT INTO "OrderStep" ("id", "orderId", "kind", "at")
    VALUES (gen_random_uuid(), wanted.id, 'PLACED', p_at), (gen_random_uuid(), wanted.id, 'PAYMENT_STARTED', p_at);
    INSERT INTO "Payment" ("id", "orderId", "provider", "amountMinor", "currency", "createdAt")
    VALUES (wanted."paymentId", wanted.id, wanted.provider, wanted."totalMinor", wanted.currency, p_at);
    PERFORM emit_event(wanted.event, 'order.placed', jsonb_build_object('orderId', wanted.id), wanted."memberId", p_at, p_followed, p_attempts, p_priority);
  END LOOP;
END $$;

-- What is sold of a product, by name, place, currency and weight; one that is retired stays for the orders and drops that name it.
CREATE VIEW catalog.variant AS
SELECT v."id", v."productId", v."position", v."sku", v."title", v."titleZh", v."currency", v."grams", v."retiredAt" FROM "Variant" v;

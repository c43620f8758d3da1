-- CreateTable
CREATE TABLE "OrderCompany" (
    "orderId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "taxNumber" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "OrderCompany_pkey" PRIMARY KEY ("orderId")
);

-- CreateTable
CREATE TABLE "SavedAddress" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "line1" TEXT NOT NULL,
    "line2" TEXT NOT NULL DEFAULT '',
    "city" TEXT NOT NULL,
    "region" TEXT NOT NULL DEFAULT '',
    "postcode" TEXT NOT NULL DEFAULT '',
    "country" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "company" TEXT NOT NULL DEFAULT '',
    "taxNumber" TEXT NOT NULL DEFAULT '',
    "sameAs" TEXT NOT NULL,
    "firstSince" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SavedAddress_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SavedAddress_memberId_sameAs_key" ON "SavedAddress"("memberId", "sameAs");

-- AddForeignKey
ALTER TABLE "OrderCompany" ADD CONSTRAINT "OrderCompany_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedAddress" ADD CONSTRAINT "SavedAddress_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Orders of carts that are wanted at one moment, each with its lines, discounts, first steps, payment and event; p_orders is a list of {id, number,
-- memberId, guestEmail, cartId, cartVersion, heldUntil, market, marketVersion, terms, currency, subtotalMinor, shippingMinor, taxMinor, totalMinor,
-- locale, shipName … shipPhone, company, paymentId, provider, event, lines, discounts, creditMinor, dueMinor, credits}, where credits are the payments by credit,
-- whose balances the caller takes in the same commit, and company is {name, taxNumber} of an invoice for one. The caller holds the carts and has found the stock. The event is of
-- the member who ordered; nobody stands in that of a guest's order.
CREATE OR REPLACE FUNCTION place_cart_orders(p_orders jsonb, p_attempts int, p_priority int, p_at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "Order" ("id", "number", "memberId", "guestEmail", "cartId", "cartVersion", "heldUntil", "market", "marketVersion", "terms", "currency", "subtotalMinor",
    "shippingMinor", "taxMinor", "totalMinor", "creditMinor", "locale", "shipName", "shipLine1", "shipLine2", "shipCity", "shipRegion", "shipPostcode", "shipCountry", "shipPhone", "createdAt")
  SELECT o."id", o."number", o."memberId", o."guestEmail", o."cartId", o."cartVersion", o."heldUntil", o."market", o."marketVersion", o."terms", o."currency", o."subtotalMinor",
    o."shippingMinor", o."taxMinor", o."totalMinor", o."creditMinor", o."locale", o."shipName", o."shipLine1", o."shipLine2", o."shipCity", o."shipRegion", o."shipPostcode", o."shipCountry",
    o."shipPhone", p_at
  FROM jsonb_to_recordset(p_orders) AS o("id" uuid, "number" text, "memberId" uuid, "guestEmail" text, "cartId" uuid, "cartVersion" int, "heldUntil" timestamptz, "market" int,
    "marketVersion" int, "terms" jsonb, "currency" text, "subtotalMinor" bigint, "shippingMinor" bigint, "taxMinor" bigint, "totalMinor" bigint, "creditMinor" bigint, "locale" text, "shipName" text,
    "shipLine1" text, "shipLine2" text, "shipCity" text, "shipRegion" text, "shipPostcode" text, "shipCountry" text, "shipPhone" text);

  INSERT INTO "OrderLine" ("id", "orderId", "position", "variantId", "title", "quantity", "priceMinor", "discountMinor", "netMinor", "taxMinor")
  SELECT l."id", o."id", l."position", l."variantId", l."title", l."quantity", l."priceMinor", l."discountMinor", l."netMinor", l."taxMinor"
  FROM jsonb_to_recordset(p_orders) AS o("id" uuid, "lines" jsonb), jsonb_to_recordset(o."lines")
    AS l("id" uuid, "position" int, "variantId" uuid, "title" text, "quantity" int, "priceMinor" bigint, "discountMinor" bigint, "netMinor" bigint, "taxMinor" bigint);

  INSERT INTO "OrderCompany" ("orderId", "name", "taxNumber")
  SELECT o."id", o."company"->>'name', o."company"->>'taxNumber' FROM jsonb_to_recordset(p_orders) AS o("id" uuid, "company" jsonb) WHERE o."company" IS NOT NULL;

  INSERT INTO "OrderDiscount" ("orderId", "position", "discountId", "title", "titleZh", "code", "ofShipping", "amountMinor")
  SELECT o."id", d."position", d."discountId", d."title", d."titleZh", d."code", d."ofShipping", d."amountMinor"
  FROM jsonb_to_recordset(p_orders) AS o("id" uuid, "discounts" jsonb), jsonb_to_recordset(o."discounts")
    AS d("position" int, "discountId" uuid, "title" text, "titleZh" text, "code" text, "ofShipping" boolean, "amountMinor" bigint);

  INSERT INTO "OrderStep" ("id", "orderId", "kind", "at")
  SELECT gen_random_uuid(), o."id", kind::"OrderStepKind", p_at FROM jsonb_to_recordset(p_orders) AS o("id" uuid), unnest(ARRAY['PLACED', 'PAYMENT_STARTED']) AS kind;

  INSERT INTO "Payment" ("id", "orderId", "provider", "amountMinor", "currency", "createdAt", "state", "settledAt")
  SELECT o."paymentId", o."id", o."provider", o."dueMinor", o."currency", p_at, 'STARTING'::"PaymentState", NULL::timestamptz
  FROM jsonb_to_recordset(p_orders) AS o("id" uuid, "paymentId" uuid, "provider" text, "dueMinor" bigint, "currency" text)
  UNION ALL
  SELECT c."paymentId", o."id", 'credit', c."amountMinor", o."currency", p_at, 'PAID'::"PaymentState", p_at
  FROM jsonb_to_recordset(p_orders) AS o("id" uuid, "currency" text, "credits" jsonb), jsonb_to_recordset(o."credits") AS c("paymentId" uuid, "amountMinor" bigint);

  PERFORM emit_event(o."event", 'order.placed', jsonb_build_object('orderId', o."id"), CASE WHEN o."guestEmail" IS NULL THEN o."memberId" END, p_at, false, p_attempts, p_priority)
  FROM jsonb_to_recordset(p_orders) AS o("id" uuid, "event" uuid, "memberId" uuid, "guestEmail" text);
END $$;

-- Orders of held units that are wanted at one moment, each with its line, its first steps, its payment and its event;
-- p_orders is a list of {id, number, memberId, claimId, dropId, market, marketVersion, terms, variantId, title, priceMinor, lineNetMinor, lineTaxMinor, currency,
-- subtotalMinor, shippingMinor, taxMinor, totalMinor, locale, shipName … shipPhone, company, paymentId, provider, event, spent}, where company is {name, taxNumber}
-- of an invoice for one and spent {key, most, until} of a use that is counted with it. Whatever does not fit (no longer held, ordered
-- already, too many tries) is raised as MLT01, and leaves no trace of any: the caller then places each alone.
CREATE OR REPLACE FUNCTION place_orders(p_orders jsonb, p_followed boolean, p_attempts int, p_priority int, p_at timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  wanted record;
BEGIN
  -- By claim, so that two such statements never wait for each other crosswise.
  FOR wanted IN
    SELECT w.* FROM jsonb_to_recordset(p_orders) AS w(id uuid, number text, "memberId" uuid, "claimId" uuid, "dropId" uuid, market int, "marketVersion" int, terms jsonb, "variantId" uuid, title text,
      "priceMinor" bigint, "lineNetMinor" bigint, "lineTaxMinor" bigint, currency text, "subtotalMinor" bigint, "shippingMinor" bigint, "taxMinor" bigint, "totalMinor" bigint, locale text, "shipName" text, "shipLine1" text,
      "shipLine2" text, "shipCity" text, "shipRegion" text, "shipPostcode" text, "shipCountry" text, "shipPhone" text, "paymentId" uuid, provider text, event uuid,
      company jsonb, spent jsonb) ORDER BY w."claimId"
  LOOP
    PERFORM 1 FROM "Claim" c WHERE c."id" = wanted."claimId" AND c."memberId" = wanted."memberId" AND c."state" = 'HELD' AND c."heldUntil" > p_at FOR NO KEY UPDATE;
    IF NOT FOUND OR EXISTS (SELECT 1 FROM "Order" o WHERE o."claimId" = wanted."claimId" AND o."state" NOT IN ('CANCELLED', 'REFUNDED'))
      OR EXISTS (SELECT 1 FROM "Drop" d WHERE d."id" = wanted."dropId" AND d."cancelledAt" IS NOT NULL) THEN
      RAISE EXCEPTION 'not plain' USING ERRCODE = 'MLT01';
    END IF;

    IF wanted.spent IS NOT NULL THEN
      INSERT INTO "RateBucket" AS b ("key", "count", "resetsAt") VALUES (wanted.spent->>'key', 1, (wanted.spent->>'until')::timestamptz)
      ON CONFLICT ("key") DO UPDATE SET
        "count" = CASE WHEN b."resetsAt" <= p_at OR b."resetsAt" > EXCLUDED."resetsAt" + interval '1 minute' THEN 1 ELSE b."count" + 1 END,
        "resetsAt" = CASE WHEN b."resetsAt" <= p_at OR b."resetsAt" > EXCLUDED."resetsAt" + interval '1 minute' THEN EXCLUDED."resetsAt" ELSE b."resetsAt" END
      -- A window that ends later than one from now could was begun before the clock was set back.
      WHERE b."resetsAt" <= p_at OR b."resetsAt" > EXCLUDED."resetsAt" + interval '1 minute' OR b."count" < (wanted.spent->>'most')::int;
      IF NOT FOUND THEN RAISE EXCEPTION 'not plain' USING ERRCODE = 'MLT01'; END IF;
    END IF;

    INSERT INTO "Order" ("id", "number", "memberId", "claimId", "dropId", "market", "marketVersion", "terms", "currency", "subtotalMinor", "shippingMinor", "taxMinor", "totalMinor",
      "locale", "shipName", "shipLine1", "shipLine2", "shipCity", "shipRegion", "shipPostcode", "shipCountry", "shipPhone", "createdAt")
    VALUES (wanted.id, wanted.number, wanted."memberId", wanted."claimId", wanted."dropId", wanted.market, wanted."marketVersion", wanted.terms, wanted.currency, wanted."subtotalMinor", wanted."shippingMinor",
      wanted."taxMinor", wanted."totalMinor", wanted.locale, wanted."shipName", wanted."shipLine1", wanted."shipLine2", wanted."shipCity", wanted."shipRegion",
      wanted."shipPostcode", wanted."shipCountry", wanted."shipPhone", p_at);
    INSERT INTO "OrderLine" ("id", "orderId", "variantId", "title", "quantity", "priceMinor", "netMinor", "taxMinor")
    VALUES (gen_random_uuid(), wanted.id, wanted."variantId", wanted.title, 1, wanted."priceMinor", wanted."lineNetMinor", wanted."lineTaxMinor");
    IF wanted.company IS NOT NULL THEN
      INSERT INTO "OrderCompany" ("orderId", "name", "taxNumber") VALUES (wanted.id, wanted.company->>'name', wanted.company->>'taxNumber');
    END IF;
    INSERT INTO "OrderStep" ("id", "orderId", "kind", "at")
    VALUES (gen_random_uuid(), wanted.id, 'PLACED', p_at), (gen_random_uuid(), wanted.id, 'PAYMENT_STARTED', p_at);
    INSERT INTO "Payment" ("id", "orderId", "provider", "amountMinor", "currency", "createdAt")
    VALUES (wanted."paymentId", wanted.id, wanted.provider, wanted."totalMinor", wanted.currency, p_at);
    PERFORM emit_event(wanted.event, 'order.placed', jsonb_build_object('orderId', wanted.id), wanted."memberId", p_at, p_followed, p_attempts, p_priority);
  END LOOP;
END $$;

-- By hand:
-- A member's checkout begins with one address.
CREATE UNIQUE INDEX "SavedAddress_one_first" ON "SavedAddress" ("memberId") WHERE "firstSince" IS NOT NULL;

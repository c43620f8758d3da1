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

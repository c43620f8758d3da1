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

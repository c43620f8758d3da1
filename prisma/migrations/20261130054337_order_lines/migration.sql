-- DropIndex
DROP INDEX "OrderLine_orderId_idx";

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "cartId" UUID,
ADD COLUMN     "cartVersion" INTEGER,
ADD COLUMN     "heldUntil" TIMESTAMPTZ(3),
ALTER COLUMN "claimId" DROP NOT NULL,
ALTER COLUMN "dropId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "OrderLine" ADD COLUMN     "discountMinor" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "netMinor" BIGINT,
ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "taxMinor" BIGINT;

-- By hand: orders had one line until now. Where prices hold the tax, the line's is what its net lacks of its price; elsewhere it is rounded half
-- up, and is at most the tax of the whole order.
UPDATE "OrderLine" l SET
  "netMinor" = o."subtotalMinor",
  "taxMinor" = CASE WHEN (o."terms" #>> '{tax,included}')::boolean THEN l."priceMinor" * l."quantity" - o."subtotalMinor"
    ELSE least(floor((2 * o."subtotalMinor"::numeric * (o."terms" #>> '{tax,ppm}')::numeric + 1000000) / 2000000)::bigint, o."taxMinor") END
FROM "Order" o WHERE o."id" = l."orderId";

ALTER TABLE "OrderLine" ALTER COLUMN "netMinor" SET NOT NULL, ALTER COLUMN "taxMinor" SET NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "OrderLine_orderId_position_key" ON "OrderLine"("orderId", "position");

-- Orders of held units that are wanted at one moment, each with its line, its first steps, its payment and its event;
-- p_orders is a list of {id, number, memberId, claimId, dropId, market, marketVersion, terms, variantId, title, priceMinor, lineNetMinor, lineTaxMinor, currency,
-- subtotalMinor, shippingMinor, taxMinor, totalMinor, locale, shipName … shipPhone, paymentId, provider, event, spent}, where spent is
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
      "priceMinor" bigint, "lineNetMinor" bigint, "lineTaxMinor" bigint, currency text, "subtotalMinor" bigint, "shippingMinor" bigint, "taxMinor" bigint, "totalMinor" bigint, locale text, "shipName" text, "shipLine1" text,
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
    INSERT INTO "OrderLine" ("id", "orderId", "variantId", "title", "quantity", "priceMinor", "netMinor", "taxMinor")
    VALUES (gen_random_uuid(), wanted.id, wanted."variantId", wanted.title, 1, wanted."priceMinor", wanted."lineNetMinor", wanted."lineTaxMinor");
    INSERT INTO "OrderStep" ("id", "orderId", "kind", "at")
    VALUES (gen_random_uuid(), wanted.id, 'PLACED', p_at), (gen_random_uuid(), wanted.id, 'PAYMENT_STARTED', p_at);
    INSERT INTO "Payment" ("id", "orderId", "provider", "amountMinor", "currency", "createdAt")
    VALUES (wanted."paymentId", wanted.id, wanted.provider, wanted."totalMinor", wanted.currency, p_at);
    PERFORM emit_event(wanted.event, 'order.placed', jsonb_build_object('orderId', wanted.id), wanted."memberId", p_at, p_followed, p_attempts, p_priority);
  END LOOP;
END $$;

-- Settles the payments of one moment whose money came in time, in one statement and so in one commit: what each costs
-- alone, a commit, its turn at the stock row, the ledger's last row, a note to the worker, is paid once for all. The
-- webhooks that told are noted with them, where one did; p_payments is a list of {place, id, provider, sessionId,
-- amountMinor, currency, paymentRef, kinds, digests, event, told}. Answers the places of those that are settled by it;
-- the others were acted upon before. Whatever does not fit (another amount, a limit, a hold that ended, a drop called
-- off, money that came twice, an order of the shop) is raised as MLT01, and leaves no trace of any: the caller then settles each alone.
--
-- Planned anew each time: a plan made while the tables were empty looked payments up by an index that finds hundreds
-- of them, and was kept.
CREATE OR REPLACE FUNCTION settle_paid(p_payments jsonb, p_attempts int, p_priority int, p_at timestamptz)
RETURNS int[] LANGUAGE plpgsql
SET plan_cache_mode = 'force_custom_plan'
AS $$
DECLARE
  paid record;
  found_order record;
  places int[] := '{}';
  orders uuid[] := '{}';
  claims uuid[] := '{}';
  events uuid[] := '{}';
BEGIN
  -- By payment, so that two such statements never wait for each other's orders crosswise.
  FOR paid IN
    SELECT p.* FROM jsonb_to_recordset(p_payments) AS p(place int, id uuid, provider text, "sessionId" text, "amountMinor" bigint, currency text, "paymentRef" text,
      kinds text[], digests text[], event uuid, told jsonb) ORDER BY p.id, p.place
  LOOP
    IF paid.told IS NOT NULL THEN
      INSERT INTO "PaymentNotice" AS n ("provider", "eventId", "type", "sessionId", "payload", "receivedAt", "settledAt", "outcome")
      VALUES (paid.provider, paid.told->>'eventId', paid.told->>'type', paid."sessionId", paid.told->'payload', (paid.told->>'receivedAt')::timestamptz, p_at, 'paid')
      ON CONFLICT ("provider", "eventId") DO UPDATE SET "settledAt" = p_at, "outcome" = 'paid' WHERE n."settledAt" IS NULL;
      CONTINUE WHEN NOT FOUND;
    END IF;

    SELECT o."id", o."claimId", o."dropId" INTO found_order FROM "Order" o JOIN "Payment" p ON p."orderId" = o."id"
      WHERE p."id" = paid.id AND p."provider" = paid.provider AND p."state" IN ('STARTING', 'OPEN') AND o."state" = 'PENDING' AND o."claimId" IS NOT NULL
        AND p."amountMinor" = paid."amountMinor" AND p."amountMinor" = o."totalMinor" AND p."currency" = paid.currency AND coalesce(p."sessionId", paid."sessionId") = paid."sessionId"
      FOR UPDATE OF o, p;
    IF NOT FOUND OR EXISTS (SELECT 1 FROM "Drop" d WHERE d."id" = found_order."dropId" AND d."cancelledAt" IS NOT NULL)
      OR EXISTS (SELECT 1 FROM "Order" x WHERE x."claimId" = found_order."claimId" AND x."id" <> found_order."id" AND x."state" NOT IN ('CANCELLED', 'REFUNDED')) THEN
      RAISE EXCEPTION 'not plain' USING ERRCODE = 'MLT01';
    END IF;

    INSERT INTO "LimitMark" ("dropId", "kind", "digest", "claimId")
    SELECT found_order."dropId", want.kind::"LimitKind", want.digest, found_order."claimId" FROM unnest(paid.kinds, paid.digests) AS want(kind, digest)
    ON CONFLICT ("dropId", "kind", "digest") DO NOTHING;
    IF (SELECT count(*) FROM "LimitMark" m JOIN unnest(paid.kinds, paid.digests) AS want(kind, digest) ON m."kind" = want.kind::"LimitKind" AND m."digest" = want.digest
      WHERE m."dropId" = found_order."dropId" AND m."claimId" = found_order."claimId") < cardinality(paid.kinds) THEN
      RAISE EXCEPTION 'not plain' USING ERRCODE = 'MLT01';
    END IF;

    UPDATE "Payment" SET "state" = 'PAID', "paymentRef" = paid."paymentRef", "sessionId" = paid."sessionId", "settledAt" = p_at WHERE "id" = paid.id;
    UPDATE "Order" SET "state" = 'PAID', "paidAt" = p_at WHERE "id" = found_order."id";
    places := places || paid.place;
    orders := orders || found_order."id";
    claims := claims || found_order."claimId";
    events := events || paid.event;
  END LOOP;
  IF cardinality(places) = 0 THEN RETURN places; END IF;

  INSERT INTO "OrderStep" ("id", "orderId", "kind", "at") SELECT gen_random_uuid(), o, 'PAID', p_at FROM unnest(orders) AS o;
  INSERT INTO "Event" ("id", "name", "payload", "at") SELECT e.id, 'order.paid', jsonb_build_object('orderId', e.o), p_at FROM unnest(events, orders) AS e(id, o);
  PERFORM graphile_worker.add_jobs(ARRAY(
    SELECT ('react', json_build_object('eventId', e), NULL, NULL, p_attempts, e::text, p_priority, NULL)::graphile_worker.job_spec FROM unnest(events) AS e));

  -- The stock rows last: every buyer of the drop waits for them.
  IF NOT keep_claims(claims, p_at) THEN RAISE EXCEPTION 'not plain' USING ERRCODE = 'MLT01'; END IF;
  RETURN places;
END $$;

-- By hand:
CREATE UNIQUE INDEX "Order_of_cart" ON "Order" ("cartId", "cartVersion") WHERE "cartId" IS NOT NULL;
CREATE INDEX "Order_held_until" ON "Order" ("heldUntil") WHERE "state" = 'PENDING' AND "heldUntil" IS NOT NULL;
ALTER TABLE "Order" ADD CONSTRAINT "Order_unit_of_drop" CHECK (("claimId" IS NULL) = ("dropId" IS NULL)),
  ADD CONSTRAINT "Order_stock_or_unit" CHECK (("claimId" IS NULL) = ("heldUntil" IS NOT NULL)),
  ADD CONSTRAINT "Order_cart_version" CHECK (("cartId" IS NULL) = ("cartVersion" IS NULL));
ALTER TABLE "OrderLine" ADD CONSTRAINT "OrderLine_pieces" CHECK ("quantity" BETWEEN 1 AND 999 AND "position" BETWEEN 0 AND 999),
  ADD CONSTRAINT "OrderLine_amounts" CHECK ("priceMinor" >= 0 AND "netMinor" >= 0 AND "taxMinor" >= 0
    AND "discountMinor" BETWEEN 0 AND "priceMinor" * "quantity");

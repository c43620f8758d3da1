DROP VIEW orders.kept_order;

-- CreateEnum
CREATE TYPE "CreditAccountKind" AS ENUM ('STORE', 'GIFT_CARD');

-- CreateEnum
CREATE TYPE "CreditEntryKind" AS ENUM ('ISSUED', 'SPENT', 'RETURNED', 'ADJUSTED', 'MOVED', 'EXPIRED');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "MoneyAccount" ADD VALUE 'CREDIT';
ALTER TYPE "MoneyAccount" ADD VALUE 'GRANTED';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "MoneyCause" ADD VALUE 'CREDIT_GIVEN';
ALTER TYPE "MoneyCause" ADD VALUE 'CREDIT_ENDED';

-- AlterTable
ALTER TABLE "Cart" ADD COLUMN     "cardId" UUID;

-- AlterTable
ALTER TABLE "MoneyMove" ALTER COLUMN "orderId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "creditMinor" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Refund" ADD COLUMN     "toCredit" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "CreditAccount" (
    "id" UUID NOT NULL,
    "kind" "CreditAccountKind" NOT NULL,
    "memberId" UUID,
    "codeDigest" TEXT,
    "lastFour" TEXT,
    "currency" TEXT NOT NULL,
    "balanceMinor" BIGINT NOT NULL DEFAULT 0,
    "expiresAt" TIMESTAMPTZ(3),
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CreditAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CreditEntry" (
    "id" BIGSERIAL NOT NULL,
    "accountId" UUID NOT NULL,
    "kind" "CreditEntryKind" NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "orderId" UUID,
    "paymentId" UUID,
    "refundId" UUID,
    "byId" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CreditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CreditAccount_codeDigest_key" ON "CreditAccount"("codeDigest");

-- CreateIndex
CREATE INDEX "CreditAccount_createdAt_id_idx" ON "CreditAccount"("createdAt", "id");

-- CreateIndex
CREATE INDEX "CreditAccount_expiresAt_idx" ON "CreditAccount"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "CreditAccount_memberId_currency_key" ON "CreditAccount"("memberId", "currency");

-- CreateIndex
CREATE INDEX "CreditEntry_accountId_id_idx" ON "CreditEntry"("accountId", "id");

-- CreateIndex
CREATE INDEX "CreditEntry_at_idx" ON "CreditEntry"("at");

-- CreateIndex
CREATE INDEX "CreditEntry_orderId_idx" ON "CreditEntry"("orderId");

-- CreateIndex
CREATE INDEX "CreditEntry_paymentId_idx" ON "CreditEntry"("paymentId");

-- CreateIndex
CREATE INDEX "CreditEntry_refundId_idx" ON "CreditEntry"("refundId");

-- CreateIndex
CREATE INDEX "CreditEntry_byId_idx" ON "CreditEntry"("byId");

-- CreateIndex
CREATE INDEX "Cart_cardId_idx" ON "Cart"("cardId");

-- AddForeignKey
ALTER TABLE "Cart" ADD CONSTRAINT "Cart_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "CreditAccount"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CreditAccount" ADD CONSTRAINT "CreditAccount_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CreditEntry" ADD CONSTRAINT "CreditEntry_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "CreditAccount"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CreditEntry" ADD CONSTRAINT "CreditEntry_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CreditEntry" ADD CONSTRAINT "CreditEntry_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CreditEntry" ADD CONSTRAINT "CreditEntry_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "Refund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CreditEntry" ADD CONSTRAINT "CreditEntry_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE SCHEMA IF NOT EXISTS credit;

-- Entries of credit are append-only.
CREATE OR REPLACE TRIGGER "CreditEntry_append_only" BEFORE UPDATE OR DELETE ON "CreditEntry"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Puts sums into balances, or takes them out where they are below nothing, each with its entry; p_entries is a list of {accountId, kind, amountMinor, orderId,
-- paymentId, refundId, reason}. What came back by a refund before comes back no second time. What comes back to a card that has expired may be spent
-- for another 90 days. Answers how many were written.
CREATE OR REPLACE FUNCTION give_credit(p_entries jsonb, p_by uuid, p_at timestamptz) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  given record;
  written int := 0;
BEGIN
  FOR given IN SELECT e.* FROM jsonb_to_recordset(p_entries) AS e("accountId" uuid, "kind" text, "amountMinor" bigint, "orderId" uuid, "paymentId" uuid, "refundId" uuid,
    "reason" text) ORDER BY e."accountId" LOOP
    INSERT INTO "CreditEntry" ("accountId", "kind", "amountMinor", "orderId", "paymentId", "refundId", "byId", "reason", "at")
    VALUES (given."accountId", given."kind"::"CreditEntryKind", given."amountMinor", given."orderId", given."paymentId", given."refundId", p_by, coalesce(given."reason", ''), p_at)
    ON CONFLICT DO NOTHING;
    CONTINUE WHEN NOT FOUND;
    UPDATE "CreditAccount" SET "balanceMinor" = "balanceMinor" + given."amountMinor",
      "expiresAt" = CASE WHEN given."kind" = 'RETURNED' THEN greatest("expiresAt", CASE WHEN "expiresAt" IS NOT NULL THEN p_at + interval '90 days' END) ELSE "expiresAt" END
      WHERE "id" = given."accountId";
    written := written + 1;
  END LOOP;
  RETURN written;
END $$;

-- Takes sums out of balances and writes what became of them; p_parts is a list of {accountId, amountMinor, paymentId, orderId}. One guarded update: who
-- comes second to a balance sees what the first left of it. Answers how many were taken; the caller gives up its commit where that is fewer than asked.
CREATE OR REPLACE FUNCTION take_credit(p_parts jsonb, p_by uuid, p_at timestamptz) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  part record;
  taken int := 0;
BEGIN
  -- By account, so that two who take from the same ones never wait for each other crosswise.
  FOR part IN SELECT p.* FROM jsonb_to_recordset(p_parts) AS p("accountId" uuid, "amountMinor" bigint, "paymentId" uuid, "orderId" uuid) ORDER BY p."accountId" LOOP
    UPDATE "CreditAccount" SET "balanceMinor" = "balanceMinor" - part."amountMinor"
      WHERE "id" = part."accountId" AND "balanceMinor" >= part."amountMinor" AND part."amountMinor" > 0 AND "disabledAt" IS NULL
        AND ("expiresAt" IS NULL OR "expiresAt" > p_at);
    CONTINUE WHEN NOT FOUND;
    INSERT INTO "CreditEntry" ("accountId", "kind", "amountMinor", "orderId", "paymentId", "byId", "at")
    VALUES (part."accountId", 'SPENT', -part."amountMinor", part."orderId", part."paymentId", p_by, p_at);
    taken := taken + 1;
  END LOOP;
  RETURN taken;
END $$;

-- Orders of carts that are wanted at one moment, each with its lines, discounts, first steps, payment and event; p_orders is a list of {id, number,
-- memberId, guestEmail, cartId, cartVersion, heldUntil, market, marketVersion, terms, currency, subtotalMinor, shippingMinor, taxMinor, totalMinor,
-- locale, shipName … shipPhone, paymentId, provider, event, lines, discounts, creditMinor, dueMinor, credits}, where credits are the payments by credit,
-- whose balances the caller takes in the same commit. The caller holds the carts and has found the stock. The event is of
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

-- Settles the payments of one moment whose money came in time, in one statement and so in one commit: what each costs
-- alone, a commit, its turn at the stock row, the ledger's last row, a note to the worker, is paid once for all. The
-- webhooks that told are noted with them, where one did; p_payments is a list of {place, id, provider, sessionId,
-- amountMinor, currency, paymentRef, kinds, digests, event, told}. Answers the places of those that are settled by it;
-- the others were acted upon before. Whatever does not fit (another amount, a limit, a hold that ended, a drop called
-- off, money that came twice) is raised as MLT01, and leaves no trace of any: the caller then settles each alone. Orders of drops' units and orders of
-- the shop may stand in one list.
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
  goods uuid[] := '{}';
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
      WHERE p."id" = paid.id AND p."provider" = paid.provider AND p."state" IN ('STARTING', 'OPEN') AND o."state" = 'PENDING'
        AND p."amountMinor" = paid."amountMinor" AND p."amountMinor" = o."totalMinor" - o."creditMinor" AND p."currency" = paid.currency AND coalesce(p."sessionId", paid."sessionId") = paid."sessionId"
      FOR UPDATE OF o, p;
    IF NOT FOUND OR EXISTS (SELECT 1 FROM "Drop" d WHERE d."id" = found_order."dropId" AND d."cancelledAt" IS NOT NULL)
      OR EXISTS (SELECT 1 FROM "Payment" x WHERE found_order."claimId" IS NULL AND x."orderId" = found_order."id" AND x."id" <> paid.id AND x."provider" <> 'credit' AND x."state" IN ('PAID', 'REFUNDED'))
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
    IF found_order."claimId" IS NULL THEN goods := goods || found_order."id"; ELSE claims := claims || found_order."claimId"; END IF;
    events := events || paid.event;
  END LOOP;
  IF cardinality(places) = 0 THEN RETURN places; END IF;

  INSERT INTO "OrderStep" ("id", "orderId", "kind", "at") SELECT gen_random_uuid(), o, 'PAID', p_at FROM unnest(orders) AS o;
  INSERT INTO "Event" ("id", "name", "payload", "at") SELECT e.id, 'order.paid', jsonb_build_object('orderId', e.o), p_at FROM unnest(events, orders) AS e(id, o);
  PERFORM graphile_worker.add_jobs(ARRAY(
    SELECT ('react', json_build_object('eventId', e), NULL, NULL, p_attempts, e::text, p_priority, NULL)::graphile_worker.job_spec FROM unnest(events) AS e));

  -- The stock rows last: every buyer of the drop, or of the same goods, waits for them.
  IF cardinality(goods) > 0 AND NOT sell_held(goods, p_at) THEN RAISE EXCEPTION 'not plain' USING ERRCODE = 'MLT01'; END IF;
  IF cardinality(claims) > 0 AND NOT keep_claims(claims, p_at) THEN RAISE EXCEPTION 'not plain' USING ERRCODE = 'MLT01'; END IF;
  RETURN places;
END $$;

-- Every balance that may be spent here.
CREATE VIEW credit.credit_account AS
SELECT a."id", a."kind"::text AS "kind", a."memberId", a."currency", a."balanceMinor" FROM "CreditAccount" a;

-- Every movement of a balance, with its currency: what the books are proved against. Of what came of no order the kind says what it was.
CREATE VIEW credit.credit_entry AS
SELECT e."id", e."accountId", e."kind"::text AS "kind", e."amountMinor", a."currency", e."orderId", e."paymentId", e."refundId", e."at"
FROM "CreditEntry" e JOIN "CreditAccount" a ON a."id" = e."accountId";

-- Orders that were paid and whose goods were kept: whose, of which drop, when they were paid, and what they brought after what
-- was given back.
CREATE VIEW orders.kept_order AS
SELECT o."id", o."memberId", o."dropId", o."paidAt", o."currency",
  o."totalMinor" - coalesce((SELECT sum(r."amountMinor") FROM "Refund" r JOIN "Payment" p ON p."id" = r."paymentId" AND p."surplusAt" IS NULL
    WHERE r."orderId" = o."id" AND r."state" = 'DONE'), 0)::bigint AS "minor"
FROM "Order" o WHERE o."state" IN ('PAID', 'SHIPPED', 'DELIVERED');

-- Who holds what came for orders: each gateway, and `credit` for what was paid from balances and went back to them, whoever had paid it. The payer is the
-- gateway that it came by.
CREATE VIEW orders.money_held AS
SELECT h."orderId", h."payer", h."holder", h."currency", sum(h."minor") AS "minor" FROM (
  SELECT p."orderId", p."provider" AS "payer", p."provider" AS "holder", coalesce(p."cameCurrency", p."currency") AS "currency", coalesce(p."cameMinor", p."amountMinor") AS "minor"
  FROM "Payment" p WHERE p."state" IN ('PAID', 'REFUNDED', 'REVIEW')
  UNION ALL
  SELECT p."orderId", p."provider", CASE WHEN r."toCredit" THEN 'credit' ELSE p."provider" END, coalesce(p."cameCurrency", p."currency"), -r."amountMinor"
  FROM "Refund" r JOIN "Payment" p ON p."id" = r."paymentId" AND p."state" IN ('PAID', 'REFUNDED', 'REVIEW') WHERE r."state" = 'DONE') h
GROUP BY 1, 2, 3, 4;

-- By hand:
-- A balance never falls below nothing, and what an order is paid with credit is a part of it.
ALTER TABLE "CreditAccount" ADD CONSTRAINT "CreditAccount_balance" CHECK ("balanceMinor" >= 0);
ALTER TABLE "CreditAccount" ADD CONSTRAINT "CreditAccount_holder" CHECK (("kind" = 'STORE') = ("memberId" IS NOT NULL) AND ("kind" = 'GIFT_CARD') = ("codeDigest" IS NOT NULL));
ALTER TABLE "CreditEntry" ADD CONSTRAINT "CreditEntry_moves" CHECK ("amountMinor" <> 0);
ALTER TABLE "Order" ADD CONSTRAINT "Order_credit" CHECK ("creditMinor" >= 0 AND "creditMinor" <= "totalMinor");
-- A payment takes credit once, and a refund gives it back once.
CREATE UNIQUE INDEX "CreditEntry_spent_once" ON "CreditEntry" ("paymentId") WHERE "kind" = 'SPENT';
CREATE UNIQUE INDEX "CreditEntry_returned_once" ON "CreditEntry" ("refundId") WHERE "kind" = 'RETURNED';

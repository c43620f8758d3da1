-- CreateEnum
CREATE TYPE "MoneyAccount" AS ENUM ('BUYERS', 'GATEWAY', 'SALES', 'SHIPPING', 'TAX', 'TAKEN_BACK', 'DISPUTED', 'LOST');

-- CreateEnum
CREATE TYPE "MoneyCause" AS ENUM ('SALE', 'PAID', 'CREDIT', 'REFUND', 'REFUND_FAILED', 'DISPUTE', 'DISPUTE_WON', 'DISPUTE_LOST');

-- AlterTable
ALTER TABLE "Dispute" ADD COLUMN     "amountMinor" BIGINT;

-- CreateTable
CREATE TABLE "MoneyMove" (
    "id" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "cause" "MoneyCause" NOT NULL,
    "fromAccount" "MoneyAccount" NOT NULL,
    "toAccount" "MoneyAccount" NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "market" INTEGER NOT NULL,
    "orderId" UUID NOT NULL,
    "provider" TEXT,
    "country" TEXT,
    "taxPpm" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "bookedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MoneyMove_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MoneyCursor" (
    "id" INTEGER NOT NULL,
    "place" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MoneyCursor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MoneyProof" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "orders" INTEGER NOT NULL,
    "faults" JSONB NOT NULL,
    "open" JSONB NOT NULL,

    CONSTRAINT "MoneyProof_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "MoneyMove_key_key" ON "MoneyMove"("key");

-- CreateIndex
CREATE INDEX "MoneyMove_orderId_idx" ON "MoneyMove"("orderId");

-- CreateIndex
CREATE INDEX "MoneyMove_at_id_idx" ON "MoneyMove"("at", "id");

-- CreateIndex
CREATE INDEX "MoneyProof_at_idx" ON "MoneyProof"("at");

-- AddForeignKey
ALTER TABLE "MoneyMove" ADD CONSTRAINT "MoneyMove_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Money that came and buys nothing, or is not as it was asked for, and what a bank takes back, changes its order too. A payment that buys its order
-- changes it in the same commit, and asks for nothing here.
CREATE OR REPLACE FUNCTION order_money_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Order" SET "changedAt" = clock_timestamp() WHERE "id" = (SELECT "orderId" FROM "Payment" WHERE "id" = NEW."paymentId");
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER "Dispute_changed" AFTER INSERT OR UPDATE ON "Dispute" FOR EACH ROW EXECUTE FUNCTION order_money_changed();

CREATE OR REPLACE TRIGGER "Payment_changed" AFTER UPDATE ON "Payment" FOR EACH ROW
  WHEN (NEW."surplusAt" IS DISTINCT FROM OLD."surplusAt" OR NEW."state" IN ('REVIEW', 'REFUNDED') AND NEW."state" <> OLD."state"
    OR OLD."state" IN ('REVIEW', 'REFUNDED') AND NEW."state" <> OLD."state")
  EXECUTE FUNCTION order_part_changed();

-- What the rows of orders say of money, by the gateway and the currency in which it came: what came and went back; and where it bought its order,
-- what was sold (with tax, and without it) and what of it was given back.
CREATE VIEW orders.order_money AS
SELECT o."id" AS "orderId", o."number", p."provider", coalesce(p."cameCurrency", p."currency") AS "currency",
  sum(coalesce(p."cameMinor", p."amountMinor")) AS "came", sum(coalesce(r."back", 0)) AS "back",
  max(o."totalMinor") FILTER (WHERE p."surplusAt" IS NULL AND o."paidAt" IS NOT NULL) AS "sold",
  max(o."totalMinor" - o."taxMinor") FILTER (WHERE p."surplusAt" IS NULL AND o."paidAt" IS NOT NULL) AS "soldNet",
  sum(coalesce(r."back", 0)) FILTER (WHERE p."surplusAt" IS NULL) AS "takenBack"
FROM "Order" o JOIN "Payment" p ON p."orderId" = o."id" AND p."state" IN ('PAID', 'REFUNDED', 'REVIEW')
LEFT JOIN LATERAL (SELECT sum(r."amountMinor") AS "back" FROM "Refund" r WHERE r."paymentId" = p."id" AND r."state" = 'DONE') r ON true
GROUP BY o."id", o."number", p."provider", coalesce(p."cameCurrency", p."currency");

-- The books are append-only.
CREATE OR REPLACE TRIGGER "MoneyMove_append_only" BEFORE UPDATE OR DELETE ON "MoneyMove"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- By hand:
ALTER TABLE "MoneyMove" ADD CONSTRAINT "MoneyMove_moves" CHECK ("amountMinor" > 0 AND "fromAccount" <> "toAccount");

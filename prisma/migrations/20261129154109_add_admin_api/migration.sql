-- AlterTable
ALTER TABLE "AuditEntry" ADD COLUMN     "apiKey" TEXT;

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "place" BIGINT;

-- CreateTable
CREATE TABLE "ApiKey" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "start" TEXT NOT NULL,
    "scopes" TEXT[],
    "makerId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "readsFrom" TIMESTAMPTZ(3),
    "reads" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiAnswer" (
    "keyId" UUID NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "status" INTEGER NOT NULL DEFAULT 0,
    "body" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ApiAnswer_pkey" PRIMARY KEY ("keyId","idempotencyKey")
);

-- CreateTable
CREATE TABLE "OrderFeed" (
    "id" INTEGER NOT NULL,
    "place" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OrderFeed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_digest_key" ON "ApiKey"("digest");

-- CreateIndex
CREATE INDEX "ApiKey_createdAt_idx" ON "ApiKey"("createdAt");

-- CreateIndex
CREATE INDEX "ApiAnswer_keyId_at_idx" ON "ApiAnswer"("keyId", "at");

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_makerId_fkey" FOREIGN KEY ("makerId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiAnswer" ADD CONSTRAINT "ApiAnswer_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES "ApiKey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An order that changed waits for a new place among the changes that programs follow. It is given after the commit, so that places are in the order
-- in which others could see the changes (lib/orders/feed.ts). Giving one is the only update that changes the place itself.
CREATE OR REPLACE FUNCTION order_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."place" := NULL;
  NEW."changedAt" := clock_timestamp();
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION order_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Order" SET "changedAt" = clock_timestamp() WHERE "id" = NEW."orderId";
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER "Order_changed" BEFORE UPDATE ON "Order" FOR EACH ROW
  WHEN (NEW."place" IS NOT DISTINCT FROM OLD."place") EXECUTE FUNCTION order_changed();

CREATE OR REPLACE TRIGGER "Shipment_changed" AFTER INSERT OR UPDATE ON "Shipment" FOR EACH ROW EXECUTE FUNCTION order_part_changed();

CREATE OR REPLACE TRIGGER "Refund_changed" AFTER INSERT OR UPDATE ON "Refund" FOR EACH ROW EXECUTE FUNCTION order_part_changed();

-- By hand:

-- Orders that wait for a place among the changes, and those that have one, as programs follow them: all, of one state, of one drop, from a moment on.
CREATE INDEX "Order_unplaced" ON "Order" ("changedAt", "id") WHERE "place" IS NULL;
CREATE UNIQUE INDEX "Order_place" ON "Order" ("place") WHERE "place" IS NOT NULL;
CREATE INDEX "Order_state_place" ON "Order" ("state", "place") WHERE "place" IS NOT NULL;
CREATE INDEX "Order_drop_place" ON "Order" ("dropId", "place") WHERE "place" IS NOT NULL;
CREATE INDEX "Order_changed" ON "Order" ("changedAt", "place") WHERE "place" IS NOT NULL;

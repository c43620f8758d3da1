DROP VIEW ownership.current_owner;

-- CreateEnum
CREATE TYPE "RecallState" AS ENUM ('DRAFT', 'OPEN', 'CLOSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "RecallScope" AS ENUM ('RANGE', 'LIST', 'GOODS', 'DATES');

-- CreateEnum
CREATE TYPE "RecallDates" AS ENUM ('MADE', 'SHIPPED');

-- CreateEnum
CREATE TYPE "RecallRemedy" AS ENUM ('REPAIR', 'REPLACEMENT', 'REFUND', 'SELF_HELP');

-- CreateEnum
CREATE TYPE "RecallUnitState" AS ENUM ('PLANNED', 'SENT', 'DELIVERED', 'FAILED', 'ACKNOWLEDGED', 'REMEDIED', 'REFUSED', 'UNREACHABLE');

-- AlterEnum
ALTER TYPE "UnitEventKind" ADD VALUE 'REMEDIED';

-- CreateTable
CREATE TABLE "Recall" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "state" "RecallState" NOT NULL DEFAULT 'DRAFT',
    "title" TEXT NOT NULL,
    "titleZh" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "causeZh" TEXT NOT NULL,
    "danger" TEXT NOT NULL,
    "dangerZh" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "taskZh" TEXT NOT NULL,
    "remedies" "RecallRemedy"[],
    "scope" "RecallScope" NOT NULL,
    "productId" UUID NOT NULL,
    "variantId" UUID,
    "serialFrom" TEXT NOT NULL DEFAULT '',
    "serialTo" TEXT NOT NULL DEFAULT '',
    "serials" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "dates" "RecallDates",
    "from" TIMESTAMPTZ(3),
    "until" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Recall_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecallStep" (
    "id" UUID NOT NULL,
    "recallId" UUID NOT NULL,
    "state" "RecallState" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "left" INTEGER,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RecallStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecallUnit" (
    "id" UUID NOT NULL,
    "recallId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "state" "RecallUnitState" NOT NULL DEFAULT 'PLANNED',
    "ownerId" UUID,
    "orderId" UUID,
    "linkId" UUID,
    "mailKey" TEXT,
    "toldAt" TIMESTAMPTZ(3),
    "told" INTEGER NOT NULL DEFAULT 0,
    "stoppedAt" TIMESTAMPTZ(3),
    "remedy" "RecallRemedy",
    "notedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RecallUnit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecallUnitStep" (
    "id" UUID NOT NULL,
    "recallUnitId" UUID NOT NULL,
    "state" "RecallUnitState" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RecallUnitStep_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Recall_slug_key" ON "Recall"("slug");

-- CreateIndex
CREATE INDEX "Recall_state_createdAt_id_idx" ON "Recall"("state", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Recall_productId_state_idx" ON "Recall"("productId", "state");

-- CreateIndex
CREATE INDEX "Recall_variantId_idx" ON "Recall"("variantId");

-- CreateIndex
CREATE INDEX "RecallStep_recallId_at_idx" ON "RecallStep"("recallId", "at");

-- CreateIndex
CREATE INDEX "RecallStep_byId_idx" ON "RecallStep"("byId");

-- CreateIndex
CREATE INDEX "RecallUnit_unitId_idx" ON "RecallUnit"("unitId");

-- CreateIndex
CREATE INDEX "RecallUnit_recallId_state_id_idx" ON "RecallUnit"("recallId", "state", "id");

-- CreateIndex
CREATE INDEX "RecallUnit_recallId_toldAt_ownerId_idx" ON "RecallUnit"("recallId", "toldAt", "ownerId");

-- CreateIndex
CREATE INDEX "RecallUnit_recallId_notedAt_idx" ON "RecallUnit"("recallId", "notedAt");

-- CreateIndex
CREATE INDEX "RecallUnit_ownerId_idx" ON "RecallUnit"("ownerId");

-- CreateIndex
CREATE INDEX "RecallUnit_orderId_idx" ON "RecallUnit"("orderId");

-- CreateIndex
CREATE INDEX "RecallUnit_linkId_idx" ON "RecallUnit"("linkId");

-- CreateIndex
CREATE UNIQUE INDEX "RecallUnit_recallId_unitId_key" ON "RecallUnit"("recallId", "unitId");

-- CreateIndex
CREATE INDEX "RecallUnitStep_recallUnitId_at_idx" ON "RecallUnitStep"("recallUnitId", "at");

-- CreateIndex
CREATE INDEX "RecallUnitStep_byId_idx" ON "RecallUnitStep"("byId");

-- AddForeignKey
ALTER TABLE "Recall" ADD CONSTRAINT "Recall_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recall" ADD CONSTRAINT "Recall_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "Variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecallStep" ADD CONSTRAINT "RecallStep_recallId_fkey" FOREIGN KEY ("recallId") REFERENCES "Recall"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecallStep" ADD CONSTRAINT "RecallStep_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecallUnit" ADD CONSTRAINT "RecallUnit_recallId_fkey" FOREIGN KEY ("recallId") REFERENCES "Recall"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecallUnit" ADD CONSTRAINT "RecallUnit_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecallUnit" ADD CONSTRAINT "RecallUnit_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecallUnit" ADD CONSTRAINT "RecallUnit_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecallUnitStep" ADD CONSTRAINT "RecallUnitStep_recallUnitId_fkey" FOREIGN KEY ("recallUnitId") REFERENCES "RecallUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecallUnitStep" ADD CONSTRAINT "RecallUnitStep_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE SCHEMA IF NOT EXISTS notifications;

CREATE SCHEMA IF NOT EXISTS units;

-- A unit that becomes known, comes in or is sent joins the open recalls that mean it, whoever writes it down. Who publishes a recall holds the lock alone
-- while the list of its units is made (lib/recalls/sql.ts): what was begun before is in the list, and what comes after finds the recall here.
CREATE OR REPLACE FUNCTION join_open_recalls() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moved uuid[] := ARRAY(SELECT DISTINCT h."unitId" FROM happened h WHERE h."kind" IN ('MADE', 'RECEIVED', 'SHIPPED'));
  seen timestamptz := (SELECT max(h."at") FROM happened h);
BEGIN
  IF cardinality(moved) = 0 THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('recalls:scope', 0));
  INSERT INTO "RecallUnit" ("id", "recallId", "unitId", "createdAt", "changedAt")
  SELECT gen_random_uuid(), r."id", reach."unitId", seen, seen FROM "Recall" r CROSS JOIN LATERAL recall_reach(r."id", moved) reach
  WHERE r."state" = 'OPEN' ON CONFLICT ("recallId", "unitId") DO NOTHING;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER "UnitEvent_join_recalls" AFTER INSERT ON "UnitEvent"
  REFERENCING NEW TABLE AS happened FOR EACH STATEMENT EXECUTE FUNCTION join_open_recalls();

-- Mails by their keys: since when they wait, and when the mail server took them.
CREATE VIEW notifications.sent_mail AS
SELECT m."key", m."createdAt", m."sentAt" FROM "Mail" m;

-- Who owns a unit of which product now, and by which order, once for each unit.
CREATE VIEW ownership.current_owner AS
SELECT o."memberId", o."productId", o."unitId", o."orderId" FROM "Ownership" o WHERE o."endedAt" IS NULL;

-- What happened to each unit, and when; neither who wrote it down nor why.
CREATE VIEW units.happened AS
SELECT e."unitId", e."seq", e."kind"::text AS "kind", e."at" FROM "UnitEvent" e;

-- Every unit by its numbers, and how it stands; at_shop are those that the shop has or had last.
CREATE VIEW units.known_unit AS
SELECT u."id", u."productId", u."variantId", u."serial", u."state"::text AS "state",
  u."state" IN ('MADE', 'RECEIVED', 'RETURNED', 'REPAIRED', 'RECALLED') AS "at_shop" FROM "Unit" u;

-- The units that a recall means by what it says, of some units or (p_units is null) of all. What was scrapped is dangerous to nobody.
CREATE OR REPLACE FUNCTION recall_reach(p_recall uuid, p_units uuid[]) RETURNS TABLE ("unitId" uuid) LANGUAGE sql STABLE AS $$
  SELECT u."id" FROM "Recall" r
    JOIN units.known_unit u ON u."productId" = r."productId" AND (r."variantId" IS NULL OR u."variantId" = r."variantId")
  WHERE r."id" = p_recall AND u."state" <> 'SCRAPPED' AND (p_units IS NULL OR u."id" = ANY (p_units))
    AND CASE r."scope"
      WHEN 'GOODS' THEN true
      WHEN 'LIST' THEN u."serial" = ANY (r."serials")
      WHEN 'RANGE' THEN char_length(u."serial") = char_length(r."serialFrom") AND u."serial" COLLATE "C" BETWEEN r."serialFrom" AND r."serialTo"
      ELSE EXISTS (
        SELECT 1 FROM units.happened h WHERE h."unitId" = u."id" AND h."at" >= r."from" AND h."at" < r."until"
          AND CASE r."dates" WHEN 'SHIPPED' THEN h."kind" = 'SHIPPED' ELSE h."kind" IN ('MADE', 'RECEIVED') END)
    END $$;

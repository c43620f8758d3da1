-- CreateEnum
CREATE TYPE "DropMode" AS ENUM ('FIRST_COME', 'DRAW');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('PUBLIC', 'RESERVED', 'FCODE', 'BETA', 'STAFF');

-- CreateEnum
CREATE TYPE "EntryState" AS ENUM ('WAITING', 'WON', 'LOST');

-- CreateEnum
CREATE TYPE "FCodeSource" AS ENUM ('STAFF', 'IDEA', 'BETA', 'EVENT');

-- CreateEnum
CREATE TYPE "LimitKind" AS ENUM ('ADDRESS', 'PAYMENT');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "MovementKind" ADD VALUE 'CARRIED_OUT';
ALTER TYPE "MovementKind" ADD VALUE 'CARRIED_IN';

-- AlterEnum
ALTER TYPE "ReleaseCause" ADD VALUE 'LIMIT';

-- DropIndex
DROP INDEX "Allotment_waveId_variantId_key";

-- DropIndex
DROP INDEX "Claim_memberId_createdAt_idx";

-- DropIndex
DROP INDEX "Claim_state_heldUntil_idx";

-- AlterTable
ALTER TABLE "Allotment" ADD COLUMN     "channel" "Channel" NOT NULL DEFAULT 'PUBLIC',
ADD COLUMN     "ledgerHash" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "ledgerSeq" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "emailKey" TEXT,
ADD COLUMN     "offered" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Drop" ADD COLUMN     "fairSeconds" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "mode" "DropMode" NOT NULL DEFAULT 'FIRST_COME',
ADD COLUMN     "offerSeconds" INTEGER NOT NULL DEFAULT 3600,
ADD COLUMN     "proofOfWork" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "regions" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Reservation" ADD COLUMN     "country" TEXT,
ADD COLUMN     "priority" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "remindedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Wave" ADD COLUMN     "decidedAt" TIMESTAMPTZ(3),
ADD COLUMN     "pausedAt" TIMESTAMPTZ(3),
ADD COLUMN     "seed" TEXT,
ADD COLUMN     "seedHash" TEXT;

-- CreateTable
CREATE TABLE "Entry" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "dropId" UUID NOT NULL,
    "waveId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "allotmentId" UUID NOT NULL,
    "emailKey" TEXT,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "seq" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" "EntryState" NOT NULL DEFAULT 'WAITING',
    "rank" INTEGER,
    "claimId" UUID,

    CONSTRAINT "Entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WaitlistPlace" (
    "id" BIGSERIAL NOT NULL,
    "dropId" UUID NOT NULL,
    "variantId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "emailKey" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "claimId" UUID,

    CONSTRAINT "WaitlistPlace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FCode" (
    "id" UUID NOT NULL,
    "dropId" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "tail" TEXT NOT NULL,
    "source" "FCodeSource" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "boundToId" UUID,
    "issuedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "redeemedAt" TIMESTAMPTZ(3),
    "redeemedById" UUID,
    "claimId" UUID,

    CONSTRAINT "FCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DropRefusal" (
    "dropId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "DropRefusal_pkey" PRIMARY KEY ("dropId","reason")
);

-- CreateTable
CREATE TABLE "ChannelMember" (
    "dropId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "channel" "Channel" NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChannelMember_pkey" PRIMARY KEY ("dropId","memberId","channel")
);

-- CreateTable
CREATE TABLE "LimitMark" (
    "dropId" UUID NOT NULL,
    "kind" "LimitKind" NOT NULL,
    "digest" TEXT NOT NULL,
    "claimId" UUID NOT NULL,

    CONSTRAINT "LimitMark_pkey" PRIMARY KEY ("dropId","kind","digest")
);

-- CreateIndex
CREATE UNIQUE INDEX "Entry_claimId_key" ON "Entry"("claimId");

-- CreateIndex
CREATE INDEX "Entry_waveId_rank_idx" ON "Entry"("waveId", "rank");

-- CreateIndex
CREATE INDEX "Entry_memberId_idx" ON "Entry"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Entry_waveId_memberId_key" ON "Entry"("waveId", "memberId");

-- CreateIndex
CREATE UNIQUE INDEX "WaitlistPlace_claimId_key" ON "WaitlistPlace"("claimId");

-- CreateIndex
CREATE INDEX "WaitlistPlace_dropId_variantId_id_idx" ON "WaitlistPlace"("dropId", "variantId", "id");

-- CreateIndex
CREATE INDEX "WaitlistPlace_memberId_idx" ON "WaitlistPlace"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "FCode_digest_key" ON "FCode"("digest");

-- CreateIndex
CREATE UNIQUE INDEX "FCode_claimId_key" ON "FCode"("claimId");

-- CreateIndex
CREATE INDEX "FCode_dropId_createdAt_idx" ON "FCode"("dropId", "createdAt");

-- CreateIndex
CREATE INDEX "FCode_boundToId_idx" ON "FCode"("boundToId");

-- CreateIndex
CREATE INDEX "ChannelMember_memberId_idx" ON "ChannelMember"("memberId");

-- CreateIndex
CREATE INDEX "LimitMark_claimId_idx" ON "LimitMark"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "Allotment_waveId_variantId_channel_key" ON "Allotment"("waveId", "variantId", "channel");

-- CreateIndex
CREATE INDEX "Claim_memberId_idx" ON "Claim"("memberId");

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_dropId_fkey" FOREIGN KEY ("dropId") REFERENCES "Drop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_allotmentId_fkey" FOREIGN KEY ("allotmentId") REFERENCES "Allotment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaitlistPlace" ADD CONSTRAINT "WaitlistPlace_dropId_fkey" FOREIGN KEY ("dropId") REFERENCES "Drop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaitlistPlace" ADD CONSTRAINT "WaitlistPlace_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "Variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaitlistPlace" ADD CONSTRAINT "WaitlistPlace_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaitlistPlace" ADD CONSTRAINT "WaitlistPlace_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FCode" ADD CONSTRAINT "FCode_dropId_fkey" FOREIGN KEY ("dropId") REFERENCES "Drop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FCode" ADD CONSTRAINT "FCode_boundToId_fkey" FOREIGN KEY ("boundToId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FCode" ADD CONSTRAINT "FCode_issuedById_fkey" FOREIGN KEY ("issuedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FCode" ADD CONSTRAINT "FCode_redeemedById_fkey" FOREIGN KEY ("redeemedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FCode" ADD CONSTRAINT "FCode_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DropRefusal" ADD CONSTRAINT "DropRefusal_dropId_fkey" FOREIGN KEY ("dropId") REFERENCES "Drop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelMember" ADD CONSTRAINT "ChannelMember_dropId_fkey" FOREIGN KEY ("dropId") REFERENCES "Drop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelMember" ADD CONSTRAINT "ChannelMember_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LimitMark" ADD CONSTRAINT "LimitMark_dropId_fkey" FOREIGN KEY ("dropId") REFERENCES "Drop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LimitMark" ADD CONSTRAINT "LimitMark_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand:

-- The e-mail limit, and the sweep's way to holds that have run out.
CREATE UNIQUE INDEX "Claim_one_email" ON "Claim" ("dropId", "emailKey") WHERE "state" <> 'RELEASED' AND "emailKey" IS NOT NULL;
CREATE INDEX "Claim_held" ON "Claim" ("heldUntil") WHERE "state" = 'HELD';
CREATE UNIQUE INDEX "Entry_one_email" ON "Entry" ("waveId", "emailKey") WHERE "emailKey" IS NOT NULL;
CREATE UNIQUE INDEX "WaitlistPlace_one_live" ON "WaitlistPlace" ("dropId", "memberId") WHERE "endedAt" IS NULL;

-- The ledger is written anew, numbered and chained for each allotment.
ALTER TABLE "UnitMovement" RENAME TO "UnitMovementBefore";
ALTER TABLE "UnitMovementBefore" RENAME CONSTRAINT "UnitMovement_pkey" TO "UnitMovementBefore_pkey";
CREATE TABLE "UnitMovement" (
    "allotmentId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "claimId" UUID,
    "kind" "MovementKind" NOT NULL,
    "delta" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "UnitMovement_pkey" PRIMARY KEY ("allotmentId", "seq")
);

-- How a unit's holder is told in public: nobody can go back from it to the claim.
CREATE FUNCTION ledger_ref(p_claim uuid) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(left(encode(sha256(convert_to(p_claim::text, 'UTF8')), 'hex'), 16), '');

-- Writes one ledger row for each claim (a NULL among them stands for units that nobody holds), moves the stock by what
-- they add up to, and chains them: hash = SHA-256("before|seq|kind|delta|milliseconds|ref") in hex, where the first row
-- comes after the allotment's id. The stock row is locked from here on, so numbers have no holes and no twins.
CREATE FUNCTION append_movements(p_allotment uuid, p_kind "MovementKind", p_delta int, p_claims uuid[], p_at timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  before record;
  digest text;
  digests text[] := '{}';
  tail text := '|' || p_kind || '|' || p_delta || '|' || (extract(epoch FROM date_trunc('milliseconds', p_at)) * 1000)::bigint || '|';
BEGIN
  IF cardinality(p_claims) = 0 THEN RETURN; END IF;
  SELECT a."ledgerSeq" AS seq, a."ledgerHash" AS hash INTO STRICT before FROM "Allotment" a WHERE a."id" = p_allotment FOR NO KEY UPDATE;
  digest := CASE before.seq WHEN 0 THEN p_allotment::text ELSE before.hash END;
  FOR place IN 1 .. cardinality(p_claims) LOOP
    digest := encode(sha256(convert_to(digest || '|' || (before.seq + place) || tail || ledger_ref(p_claims[place]), 'UTF8')), 'hex');
    digests[place] := digest;
  END LOOP;
  INSERT INTO "UnitMovement" ("allotmentId", "seq", "claimId", "kind", "delta", "at", "hash")
  SELECT p_allotment, before.seq + r.place, r.claim, p_kind, p_delta, date_trunc('milliseconds', p_at), r.digest
  FROM unnest(p_claims, digests) WITH ORDINALITY AS r(claim, digest, place);
  UPDATE "Allotment" a SET "ledgerSeq" = before.seq + cardinality(p_claims), "ledgerHash" = digest,
    "remaining" = a."remaining" + p_delta * cardinality(p_claims) WHERE a."id" = p_allotment;
END $$;

DO $$
DECLARE
  old record;
BEGIN
  UPDATE "Allotment" SET "remaining" = 0 WHERE "id" IN (SELECT "allotmentId" FROM "UnitMovementBefore");
  FOR old IN SELECT * FROM "UnitMovementBefore" ORDER BY "id" LOOP
    PERFORM append_movements(old."allotmentId", old."kind", old."delta", ARRAY[old."claimId"], old."at");
  END LOOP;
END $$;

DROP TABLE "UnitMovementBefore";
ALTER TABLE "UnitMovement" ADD CONSTRAINT "UnitMovement_allotmentId_fkey" FOREIGN KEY ("allotmentId") REFERENCES "Allotment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER "UnitMovement_append_only" BEFORE UPDATE OR DELETE ON "UnitMovement" FOR EACH ROW EXECUTE FUNCTION refuse_change();

DROP FUNCTION settle_claims(uuid, uuid[], timestamptz);

-- Settles a batch of arrivals for the units of one allotment, in the order of the array; p_emails names each member's
-- e-mail limit, or NULL.
--
-- The stock row is the lock: whoever holds it decides alone, in whatever process. Each statement below takes a
-- snapshot of its own (READ COMMITTED), so what is read after the lock is what the last holder committed. The lock
-- is FOR NO KEY UPDATE: foreign-key checks by payments that are being settled do not wait for it, nor it for them.
CREATE FUNCTION settle_claims(p_allotment uuid, p_members uuid[], p_emails text[], p_now timestamptz)
RETURNS TABLE ("memberId" uuid, "outcome" text, "claimId" uuid, "variantId" uuid, "heldUntil" timestamptz, "remaining" int)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  stock "Allotment";
  terms record;
  shut text;
  left_over int;
  wanted int;
  won uuid[];
  fresh uuid[] := '{}';
BEGIN
  SELECT * INTO stock FROM "Allotment" a WHERE a."id" = p_allotment FOR NO KEY UPDATE;

  SELECT w."opensAt", w."closesAt", w."pausedAt", w."decidedAt", d."id" AS drop_id, d."announcedAt", d."cancelledAt",
      d."needsReservation", d."holdSeconds", (d."mode" = 'DRAW' OR d."fairSeconds" > 0) AS ranked
    INTO terms FROM "Wave" w JOIN "Drop" d ON d."id" = w."dropId" WHERE w."id" = stock."waveId";

  shut := CASE
    WHEN terms."announcedAt" IS NULL OR p_now < terms."opensAt" THEN 'not-open'
    WHEN terms."cancelledAt" IS NOT NULL OR p_now >= terms."closesAt" THEN 'closed'
    WHEN terms."pausedAt" IS NOT NULL THEN 'paused'
    WHEN terms.ranked AND terms."decidedAt" IS NULL AND stock."channel" <> 'FCODE' THEN 'undecided'
  END;
  left_over := stock."remaining";

  -- Looked up one by one (LATERAL … LIMIT 1): whatever the planner believes of a fresh table, it never reads all claims.
  -- A member who is claiming another variant at this moment is seen only by the unique index, and leaves a unit to
  -- the next in line: so look again until everyone who was let in has a claim. Members go in by id, so that two
  -- batches of one drop never wait for each other crosswise.
  WHILE shut IS NULL AND left_over > 0 LOOP
    WITH line AS (
      SELECT a.member, min(a.email) AS email, min(a.place) AS place FROM unnest(p_members, p_emails) WITH ORDINALITY AS a(member, email, place)
      LEFT JOIN LATERAL (SELECT c."id" FROM "Claim" c
        WHERE c."dropId" = terms.drop_id AND c."memberId" = a.member AND c."state" <> 'RELEASED' LIMIT 1) live ON true
      LEFT JOIN LATERAL (SELECT c."id" FROM "Claim" c
        WHERE c."dropId" = terms.drop_id AND c."emailKey" = a.email AND c."emailKey" IS NOT NULL AND c."state" <> 'RELEASED' LIMIT 1) twin ON true
      LEFT JOIN LATERAL (SELECT r."memberId" FROM "Reservation" r
        WHERE terms."needsReservation" AND r."dropId" = terms.drop_id AND r."memberId" = a.member LIMIT 1) asked ON true
      WHERE live."id" IS NULL AND twin."id" IS NULL AND (NOT terms."needsReservation" OR asked."memberId" IS NOT NULL)
      GROUP BY a.member ORDER BY 3 LIMIT left_over
    ), let_in AS (
      INSERT INTO "Claim" ("dropId", "allotmentId", "memberId", "emailKey", "heldUntil", "createdAt")
      SELECT terms.drop_id, p_allotment, line.member, line.email, p_now + make_interval(secs => terms."holdSeconds"), p_now
      FROM line ORDER BY line.member
      ON CONFLICT DO NOTHING
      RETURNING "Claim"."id", "Claim"."memberId"
    )
    SELECT (SELECT count(*) FROM line),
      coalesce((SELECT array_agg(let_in."id" ORDER BY line.place) FROM let_in JOIN line ON line.member = let_in."memberId"), '{}')
      INTO wanted, won;

    PERFORM append_movements(p_allotment, 'CLAIMED', -1, won, p_now);
    left_over := left_over - cardinality(won);
    fresh := fresh || won;
    EXIT WHEN wanted = cardinality(won);
  END LOOP;

  IF cardinality(fresh) > 0 THEN PERFORM pg_notify('millet_live', terms.drop_id::text); END IF;

  RETURN QUERY
    SELECT m.member,
      CASE
        WHEN f.id IS NOT NULL THEN 'granted'
        WHEN c."state" = 'PAID' THEN 'owned'
        WHEN c."heldUntil" <= p_now THEN 'hold-ended'
        WHEN c."id" IS NOT NULL THEN 'existing'
        WHEN shut IS NOT NULL THEN shut
        WHEN terms."needsReservation" AND asked."memberId" IS NULL THEN 'needs-reservation'
        WHEN twin."id" IS NOT NULL THEN 'email-used'
        ELSE 'sold-out'
      END,
      c."id", held."variantId", c."heldUntil", left_over
    FROM (SELECT a.member, min(a.email) AS email FROM unnest(p_members, p_emails) AS a(member, email) GROUP BY a.member) m
    LEFT JOIN LATERAL (SELECT * FROM "Claim" c
      WHERE c."dropId" = terms.drop_id AND c."memberId" = m.member AND c."state" <> 'RELEASED' LIMIT 1) c ON true
    LEFT JOIN unnest(fresh) AS f(id) ON f.id = c."id"
    LEFT JOIN LATERAL (SELECT r."memberId" FROM "Reservation" r
      WHERE c."id" IS NULL AND terms."needsReservation" AND r."dropId" = terms.drop_id AND r."memberId" = m.member LIMIT 1) asked ON true
    LEFT JOIN LATERAL (SELECT x."id" FROM "Claim" x
      WHERE c."id" IS NULL AND x."dropId" = terms.drop_id AND x."emailKey" = m.email AND x."emailKey" IS NOT NULL AND x."state" <> 'RELEASED' LIMIT 1) twin ON true
    LEFT JOIN LATERAL (SELECT a."variantId" FROM "Allotment" a WHERE a."id" = c."allotmentId" LIMIT 1) held ON true;
END $$;

-- Takes a batch of entries down for a wave whose units are given by rank: members, the allotments they ask for, their
-- e-mail limits. Waits for a decision that is under way (FOR SHARE), and says so when it has fallen.
CREATE FUNCTION enter_wave(p_wave uuid, p_members uuid[], p_allotments uuid[], p_emails text[], p_now timestamptz)
RETURNS TABLE ("memberId" uuid, "outcome" text, "entryId" uuid) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  terms record;
  shut text;
BEGIN
  SELECT w."opensAt", w."closesAt", w."pausedAt", w."decidedAt", d."id" AS drop_id, d."announcedAt", d."cancelledAt",
      d."needsReservation", (d."mode" = 'FIRST_COME' AND p_now >= w."opensAt" + make_interval(secs => d."fairSeconds")) AS late
    INTO terms FROM "Wave" w JOIN "Drop" d ON d."id" = w."dropId" WHERE w."id" = p_wave FOR SHARE OF w;

  shut := CASE
    WHEN terms."announcedAt" IS NULL OR p_now < terms."opensAt" THEN 'not-open'
    WHEN terms."cancelledAt" IS NOT NULL OR p_now >= terms."closesAt" THEN 'closed'
    WHEN terms."decidedAt" IS NOT NULL THEN 'decided'
    WHEN terms."pausedAt" IS NOT NULL THEN 'paused'
  END;

  IF shut IS NULL THEN
    INSERT INTO "Entry" ("dropId", "waveId", "memberId", "allotmentId", "emailKey", "priority", "late", "at")
    SELECT terms.drop_id, p_wave, a.member, a.allotment, a.email, coalesce(r."priority", 0), terms.late, p_now
    FROM unnest(p_members, p_allotments, p_emails) WITH ORDINALITY AS a(member, allotment, email, place)
    LEFT JOIN LATERAL (SELECT r."priority" FROM "Reservation" r WHERE r."dropId" = terms.drop_id AND r."memberId" = a.member LIMIT 1) r ON true
    WHERE NOT terms."needsReservation" OR r."priority" IS NOT NULL
    ORDER BY a.place
    ON CONFLICT DO NOTHING;
    IF FOUND THEN PERFORM pg_notify('millet_live', terms.drop_id::text); END IF;
  END IF;

  RETURN QUERY
    SELECT m.member,
      CASE
        WHEN e."id" IS NOT NULL THEN 'entered'
        WHEN shut IS NOT NULL THEN shut
        WHEN terms."needsReservation" AND asked."memberId" IS NULL THEN 'needs-reservation'
        ELSE 'email-used'
      END,
      e."id"
    FROM (SELECT DISTINCT unnest(p_members) AS member) m
    LEFT JOIN LATERAL (SELECT e."id" FROM "Entry" e WHERE e."waveId" = p_wave AND e."memberId" = m.member LIMIT 1) e ON true
    LEFT JOIN LATERAL (SELECT r."memberId" FROM "Reservation" r WHERE r."dropId" = terms.drop_id AND r."memberId" = m.member LIMIT 1) asked ON true;
END $$;

-- Gives one allotment's units to entries of its wave in the order of their rank.
CREATE FUNCTION give_by_rank(p_allotment uuid, p_entries uuid[], p_until timestamptz, p_now timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  won uuid[];
BEGIN
  WITH chosen AS (
    SELECT e.* FROM unnest(p_entries) AS x(id) JOIN "Entry" e ON e."id" = x.id
    WHERE NOT EXISTS (SELECT 1 FROM "Claim" c WHERE c."dropId" = e."dropId" AND c."state" <> 'RELEASED' AND (c."memberId" = e."memberId" OR c."emailKey" = e."emailKey"))
    ORDER BY e."rank" LIMIT (SELECT a."remaining" FROM "Allotment" a WHERE a."id" = p_allotment)
  ), given AS (
    INSERT INTO "Claim" ("dropId", "allotmentId", "memberId", "emailKey", "heldUntil", "createdAt")
    SELECT "dropId", p_allotment, "memberId", "emailKey", p_until, p_now FROM chosen ORDER BY "rank"
    ON CONFLICT DO NOTHING RETURNING "id", "memberId"
  ), marked AS (
    UPDATE "Entry" e SET "state" = 'WON', "claimId" = given."id" FROM given, chosen
    WHERE chosen."memberId" = given."memberId" AND e."id" = chosen."id" RETURNING e."claimId", e."rank"
  )
  SELECT coalesce(array_agg(marked."claimId" ORDER BY marked."rank"), '{}') INTO won FROM marked;
  PERFORM append_movements(p_allotment, 'CLAIMED', -1, won, p_now);
END $$;

-- Ranks the entries of a wave and gives its units, once, when its time has come. The rank: those who arrived in time
-- before the late ones; of the former, priority first, then by SHA-256("seed:entry") in hex; the late by arrival.
-- Units set aside for a channel go to its own entrants first; who is left competes for the public units of the same
-- variant. Who comes away with nothing waits in the order of the rank. Answers how many won, or NULL when nothing was due.
CREATE FUNCTION decide_wave(p_wave uuid, p_now timestamptz) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  terms record;
  stock record;
  until timestamptz;
BEGIN
  SELECT w."opensAt", w."closesAt", w."seed", w."decidedAt", d."id" AS drop_id, d."mode", d."fairSeconds", d."cancelledAt",
      d."announcedAt", d."holdSeconds", d."offerSeconds"
    INTO terms FROM "Wave" w JOIN "Drop" d ON d."id" = w."dropId" WHERE w."id" = p_wave FOR UPDATE OF w;
  IF terms."decidedAt" IS NOT NULL OR terms."seed" IS NULL OR terms."announcedAt" IS NULL OR terms."cancelledAt" IS NOT NULL THEN RETURN NULL; END IF;
  IF terms."mode" = 'FIRST_COME' AND terms."fairSeconds" = 0 THEN RETURN NULL; END IF;
  IF p_now < (CASE terms."mode" WHEN 'DRAW' THEN terms."closesAt" ELSE terms."opensAt" + make_interval(secs => terms."fairSeconds") END) THEN RETURN NULL; END IF;
  PERFORM 1 FROM "Allotment" a WHERE a."waveId" = p_wave ORDER BY a."id" FOR NO KEY UPDATE;

  UPDATE "Entry" e SET "rank" = ranked.rank FROM (
    SELECT "id", row_number() OVER (ORDER BY "late", CASE WHEN "late" THEN 0 ELSE -"priority" END,
      CASE WHEN "late" THEN '' ELSE encode(sha256(convert_to(terms."seed" || ':' || "id"::text, 'UTF8')), 'hex') END COLLATE "C", "seq") AS rank
    FROM "Entry" WHERE "waveId" = p_wave
  ) ranked WHERE e."id" = ranked."id";

  until := p_now + make_interval(secs => CASE terms."mode" WHEN 'DRAW' THEN terms."offerSeconds" ELSE terms."holdSeconds" END);
  FOR stock IN SELECT a."id", a."variantId", a."channel" FROM "Allotment" a WHERE a."waveId" = p_wave ORDER BY a."channel" = 'PUBLIC', a."id" LOOP
    PERFORM give_by_rank(stock."id", ARRAY(
      SELECT e."id" FROM "Entry" e JOIN "Allotment" asked ON asked."id" = e."allotmentId"
      WHERE e."waveId" = p_wave AND e."state" = 'WAITING'
        AND (e."allotmentId" = stock."id" OR (stock."channel" = 'PUBLIC' AND asked."variantId" = stock."variantId")) ORDER BY e."rank"), until, p_now);
  END LOOP;

  INSERT INTO "WaitlistPlace" ("dropId", "variantId", "memberId", "emailKey", "createdAt")
  SELECT e."dropId", a."variantId", e."memberId", e."emailKey", p_now FROM "Entry" e JOIN "Allotment" a ON a."id" = e."allotmentId"
  WHERE e."waveId" = p_wave AND e."state" = 'WAITING' ORDER BY e."rank" ON CONFLICT DO NOTHING;
  UPDATE "Reservation" r SET "priority" = r."priority" + 1 FROM "Entry" e
  WHERE e."waveId" = p_wave AND e."state" = 'WAITING' AND r."dropId" = e."dropId" AND r."memberId" = e."memberId";
  UPDATE "Entry" SET "state" = 'LOST' WHERE "waveId" = p_wave AND "state" = 'WAITING';
  UPDATE "Wave" SET "decidedAt" = p_now WHERE "id" = p_wave;
  PERFORM pg_notify('millet_live', terms.drop_id::text);
  RETURN (SELECT count(*)::int FROM "Entry" WHERE "waveId" = p_wave AND "state" = 'WON');
END $$;

-- Offers what has come back to an allotment to those who wait for its variant, in their order; answers the new claims.
-- The caller holds the stock row, so nobody takes a unit in between. In a wave that is over, units wait for the next one.
CREATE FUNCTION offer_waiting(p_allotment uuid, p_now timestamptz) RETURNS SETOF uuid LANGUAGE plpgsql AS $$
DECLARE
  terms record;
  place record;
  given uuid;
BEGIN
  SELECT a."variantId", a."remaining", a."channel", w."closesAt", d."id" AS drop_id, d."cancelledAt", d."offerSeconds",
      EXISTS (SELECT 1 FROM "Wave" n WHERE n."dropId" = d."id" AND n."number" > w."number") AS more
    INTO terms FROM "Allotment" a JOIN "Wave" w ON w."id" = a."waveId" JOIN "Drop" d ON d."id" = w."dropId"
    WHERE a."id" = p_allotment FOR NO KEY UPDATE OF a;
  IF terms."cancelledAt" IS NOT NULL OR terms."channel" = 'FCODE' OR (p_now >= terms."closesAt" AND terms.more) THEN RETURN; END IF;
  WHILE terms."remaining" > 0 LOOP
    SELECT p."id", p."memberId", p."emailKey" INTO place FROM "WaitlistPlace" p
      WHERE p."dropId" = terms.drop_id AND p."variantId" = terms."variantId" AND p."endedAt" IS NULL ORDER BY p."id" LIMIT 1 FOR UPDATE;
    EXIT WHEN NOT FOUND;
    INSERT INTO "Claim" ("dropId", "allotmentId", "memberId", "emailKey", "offered", "heldUntil", "createdAt")
    VALUES (terms.drop_id, p_allotment, place."memberId", place."emailKey", true, p_now + make_interval(secs => terms."offerSeconds"), p_now)
    ON CONFLICT DO NOTHING RETURNING "id" INTO given;
    UPDATE "WaitlistPlace" SET "endedAt" = p_now, "claimId" = given WHERE "id" = place."id";
    CONTINUE WHEN given IS NULL;
    PERFORM append_movements(p_allotment, 'CLAIMED', -1, ARRAY[given], p_now);
    terms."remaining" := terms."remaining" - 1;
    RETURN NEXT given;
  END LOOP;
END $$;

-- CreateEnum
CREATE TYPE "BoardVerb" AS ENUM ('READ', 'POST', 'REPLY');

-- CreateEnum
CREATE TYPE "BoardAudience" AS ENUM ('EVERYONE', 'MEMBERS', 'READERS', 'OWNERS', 'STAFF', 'ROLE');

-- AlterTable
ALTER TABLE "Board" ALTER COLUMN "visibility" SET DEFAULT 'STAFF';

-- CreateTable
CREATE TABLE "BoardRule" (
    "id" UUID NOT NULL,
    "boardId" UUID NOT NULL,
    "verb" "BoardVerb" NOT NULL,
    "who" "BoardAudience" NOT NULL,
    "trust" INTEGER NOT NULL DEFAULT 0,
    "roleKey" TEXT,

    CONSTRAINT "BoardRule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BoardRule_boardId_verb_idx" ON "BoardRule"("boardId", "verb");

-- CreateIndex
CREATE INDEX "BoardRule_roleKey_idx" ON "BoardRule"("roleKey");

-- AddForeignKey
ALTER TABLE "BoardRule" ADD CONSTRAINT "BoardRule_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardRule" ADD CONSTRAINT "BoardRule_roleKey_fkey" FOREIGN KEY ("roleKey") REFERENCES "StaffRole"("key") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who reads a board at the widest, of its reading rules: without any, staff alone.
CREATE OR REPLACE FUNCTION settle_board_rules() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  board constant uuid := COALESCE(NEW."boardId", OLD."boardId");
  widest constant "BoardVisibility" := COALESCE((
    SELECT min(CASE r."who" WHEN 'EVERYONE' THEN 'PUBLIC' WHEN 'MEMBERS' THEN 'MEMBERS' WHEN 'OWNERS' THEN 'OWNERS' ELSE 'STAFF' END::"BoardVisibility")
    FROM "BoardRule" r WHERE r."boardId" = board AND r."verb" = 'READ'), 'STAFF');
BEGIN
  UPDATE "Board" b SET "visibility" = widest WHERE b."id" = board AND b."visibility" <> widest;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER settle_board_rules AFTER INSERT OR UPDATE OR DELETE ON "BoardRule"
  FOR EACH ROW EXECUTE FUNCTION settle_board_rules();

-- The roles that staff can hold, by name; the built-in ones have theirs in the messages.
CREATE VIEW members.role AS
SELECT r."key", r."name", r."nameZh", r."builtIn", r."at" FROM "StaffRole" r;

-- By hand: what a row may say: everyone and members read, readers and roles write, staff are asked for no trust.
ALTER TABLE "BoardRule" ADD CONSTRAINT "BoardRule_said" CHECK (
  "trust" BETWEEN 0 AND 4
  AND ("roleKey" IS NOT NULL) = ("who" = 'ROLE')
  AND CASE WHEN "verb" = 'READ' THEN "who" IN ('EVERYONE', 'MEMBERS', 'OWNERS', 'STAFF') ELSE "who" IN ('READERS', 'OWNERS', 'STAFF', 'ROLE') END
  AND ("trust" = 0 OR "who" IN ('MEMBERS', 'READERS', 'OWNERS')));

CREATE UNIQUE INDEX "BoardRule_once" ON "BoardRule" ("boardId", "verb", "who", COALESCE("roleKey", ''));

-- Every board keeps what it has: who reads it also replies, and begins threads with the trust that was asked.
INSERT INTO "BoardRule" ("id", "boardId", "verb", "who", "trust")
SELECT gen_random_uuid(), b."id", rule.verb::"BoardVerb", rule.who::"BoardAudience", rule.trust
FROM "Board" b CROSS JOIN LATERAL (VALUES
  ('READ', CASE b."visibility" WHEN 'PUBLIC' THEN 'EVERYONE' ELSE b."visibility"::text END, 0),
  ('POST', 'READERS', least(greatest(b."postTrust", 0), 4)),
  ('REPLY', 'READERS', 0)) AS rule(verb, who, trust);

ALTER TABLE "Board" DROP COLUMN "postTrust";

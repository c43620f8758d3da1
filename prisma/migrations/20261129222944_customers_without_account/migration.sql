DROP VIEW members.person;

-- AlterTable
ALTER TABLE "Member" ALTER COLUMN "handle" DROP NOT NULL;

-- Writes what a member is found by.
CREATE OR REPLACE FUNCTION keep_member_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "MemberWords" ("memberId", "createdAt", "words") VALUES (NEW."id", NEW."createdAt", search_words(coalesce(NEW."handle" || ' ', '') || NEW."name"))
  ON CONFLICT ("memberId") DO UPDATE SET "words" = EXCLUDED."words", "createdAt" = EXCLUDED."createdAt";
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER "Member_words" AFTER INSERT OR UPDATE OF "handle", "name", "createdAt" ON "Member"
  FOR EACH ROW EXECUTE FUNCTION keep_member_words();

-- Every member by name, as staff see them: a customer without an account has no handle.
CREATE VIEW members.named AS
SELECT m."id", m."handle", m."name" FROM "Member" m;

-- Members as everyone may see them, with what tells whether they are spoken to and in which language. Customers without an account are
-- nobody else's business, and are not among them.
CREATE VIEW members.person AS
SELECT m."id", m."handle", m."name", m."avatar", m."locale", m."trust", m."emailVerifiedAt", m."createdAt" FROM "Member" m
WHERE m."handle" IS NOT NULL;

-- Made by hand: who has no handle has no way in either.
ALTER TABLE "Member" ADD CONSTRAINT "Member_customer_check"
  CHECK ("handle" IS NOT NULL OR ("passwordHash" IS NULL AND "emailVerifiedAt" IS NULL));

-- Made by hand: what a part of a name is found by.
DROP INDEX "Member_search_idx";
CREATE INDEX "Member_search_idx" ON "Member" USING gin ((lower(coalesce("handle" || ' ', '') || "name")) gin_trgm_ops);

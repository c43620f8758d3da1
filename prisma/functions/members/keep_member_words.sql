-- Writes what a member is found by.
CREATE OR REPLACE FUNCTION keep_member_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "MemberWords" ("memberId", "createdAt", "words") VALUES (NEW."id", NEW."createdAt", search_words(coalesce(NEW."handle" || ' ', '') || NEW."name"))
  ON CONFLICT ("memberId") DO UPDATE SET "words" = EXCLUDED."words", "createdAt" = EXCLUDED."createdAt";
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER "Member_words" AFTER INSERT OR UPDATE OF "handle", "name", "createdAt" ON "Member"
  FOR EACH ROW EXECUTE FUNCTION keep_member_words();

-- Writes what staff find an idea by.
CREATE OR REPLACE FUNCTION keep_idea_words(p_idea uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "IdeaWords" ("ideaId", "createdAt", "words")
  SELECT i."id", i."createdAt", search_words(t."title" || ' ' || t."number") FROM "Idea" i JOIN "Thread" t ON t."id" = i."threadId" WHERE i."id" = p_idea
  ON CONFLICT ("ideaId") DO UPDATE SET "words" = EXCLUDED."words", "createdAt" = EXCLUDED."createdAt" $$;

CREATE OR REPLACE FUNCTION idea_words_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'Idea' THEN PERFORM keep_idea_words(NEW."id");
  ELSE PERFORM keep_idea_words(i."id") FROM "Idea" i WHERE i."threadId" = NEW."id";
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER "Idea_words" AFTER INSERT OR UPDATE OF "threadId", "createdAt" ON "Idea" FOR EACH ROW EXECUTE FUNCTION idea_words_changed();

CREATE OR REPLACE TRIGGER "Thread_idea_words" AFTER UPDATE OF "title" ON "Thread" FOR EACH ROW EXECUTE FUNCTION idea_words_changed();

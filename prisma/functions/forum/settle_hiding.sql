-- What is hidden no longer counts, whoever hides it: staff, the author, an import. The thread's row is locked first, as
-- a reply locks it, so that the newest post is looked for after the reply has stood there.
CREATE OR REPLACE FUNCTION settle_hiding() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  step constant int := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
  thread uuid;
  place int;
BEGIN
  SELECT p."threadId", p."number" INTO thread, place FROM "Post" p WHERE p."id" = COALESCE(NEW."postId", OLD."postId");
  IF thread IS NULL THEN RETURN NULL; END IF;
  PERFORM 1 FROM "Thread" t WHERE t."id" = thread FOR NO KEY UPDATE;
  IF place = 1 THEN
    UPDATE "Thread" t SET "shown" = (step = -1) WHERE t."id" = thread;
    UPDATE "Board" b SET "threadCount" = b."threadCount" - step FROM "Thread" t WHERE t."id" = thread AND b."id" = t."boardId";
  ELSE
    UPDATE "Thread" t SET "hiddenCount" = t."hiddenCount" + step, "lastPostAt" = newest_post(t."id") WHERE t."id" = thread;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER settle_hiding AFTER INSERT OR DELETE ON "Hiding"
  FOR EACH ROW EXECUTE FUNCTION settle_hiding();

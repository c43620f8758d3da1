-- DropIndex
DROP INDEX "Thread_boardId_createdAt_idx";

-- DropIndex
DROP INDEX "Thread_boardId_lastPostAt_id_idx";

-- DropIndex
DROP INDEX "Thread_lastPostAt_id_idx";

-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "hiddenCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "shown" BOOLEAN NOT NULL DEFAULT true;

-- CreateIndex
CREATE INDEX "Thread_boardId_shown_lastPostAt_id_idx" ON "Thread"("boardId", "shown", "lastPostAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Thread_boardId_shown_createdAt_idx" ON "Thread"("boardId", "shown", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Thread_shown_lastPostAt_id_idx" ON "Thread"("shown", "lastPostAt" DESC, "id");

-- By hand:

-- What is hidden no longer counts, whoever hides it: staff, the author, an import. The thread's row is locked first, as
-- a reply locks it, so that the newest post is looked for after the reply has stood there.
CREATE FUNCTION settle_hiding() RETURNS trigger LANGUAGE plpgsql AS $$
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

CREATE FUNCTION newest_post(thread uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT max(p."createdAt") FROM "Post" p
  WHERE p."threadId" = thread AND (p."number" = 1 OR NOT EXISTS (SELECT 1 FROM "Hiding" h WHERE h."postId" = p."id")) $$;

UPDATE "Thread" t SET "shown" = false
WHERE EXISTS (SELECT 1 FROM "Post" p JOIN "Hiding" h ON h."postId" = p."id" WHERE p."threadId" = t."id" AND p."number" = 1);

UPDATE "Thread" t SET "hiddenCount" = hidden.count, "lastPostAt" = newest_post(t."id")
FROM (SELECT p."threadId", count(*) FROM "Post" p JOIN "Hiding" h ON h."postId" = p."id" WHERE p."number" > 1 GROUP BY p."threadId") hidden
WHERE hidden."threadId" = t."id";

UPDATE "Board" b SET "threadCount" = (SELECT count(*) FROM "Thread" t WHERE t."boardId" = b."id" AND t."shown")
WHERE EXISTS (SELECT 1 FROM "Thread" t WHERE t."boardId" = b."id" AND NOT t."shown");

CREATE TRIGGER settle_hiding AFTER INSERT OR DELETE ON "Hiding" FOR EACH ROW EXECUTE FUNCTION settle_hiding();

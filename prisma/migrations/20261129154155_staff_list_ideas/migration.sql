-- CreateTable
CREATE TABLE "IdeaWords" (
    "ideaId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "words" TEXT[],

    CONSTRAINT "IdeaWords_pkey" PRIMARY KEY ("ideaId")
);

-- CreateIndex
CREATE INDEX "IdeaWords_createdAt_ideaId_idx" ON "IdeaWords"("createdAt", "ideaId");

-- CreateIndex
CREATE INDEX "Idea_kind_createdAt_id_idx" ON "Idea"("kind", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Idea_kind_productId_createdAt_id_idx" ON "Idea"("kind", "productId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Idea_kind_stage_createdAt_id_idx" ON "Idea"("kind", "stage", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Idea_kind_productId_stage_createdAt_id_idx" ON "Idea"("kind", "productId", "stage", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Idea_kind_voteCount_id_idx" ON "Idea"("kind", "voteCount", "id");

-- CreateIndex
CREATE INDEX "Idea_kind_productId_voteCount_id_idx" ON "Idea"("kind", "productId", "voteCount", "id");

-- CreateIndex
CREATE INDEX "Idea_kind_stage_voteCount_id_idx" ON "Idea"("kind", "stage", "voteCount", "id");

-- CreateIndex
CREATE INDEX "Idea_kind_productId_stage_voteCount_id_idx" ON "Idea"("kind", "productId", "stage", "voteCount", "id");

-- CreateIndex
CREATE INDEX "Idea_kind_stageAt_id_idx" ON "Idea"("kind", "stageAt", "id");

-- CreateIndex
CREATE INDEX "Idea_kind_productId_stageAt_id_idx" ON "Idea"("kind", "productId", "stageAt", "id");

-- CreateIndex
CREATE INDEX "Idea_kind_stage_stageAt_id_idx" ON "Idea"("kind", "stage", "stageAt", "id");

-- CreateIndex
CREATE INDEX "Idea_kind_productId_stage_stageAt_id_idx" ON "Idea"("kind", "productId", "stage", "stageAt", "id");

-- AddForeignKey
ALTER TABLE "IdeaWords" ADD CONSTRAINT "IdeaWords_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE CASCADE ON UPDATE CASCADE;

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

-- Boards by name, whoever may read them.
CREATE VIEW forum.board AS
SELECT b."id", b."slug", b."name", b."nameZh", b."position", b."productId" FROM "Board" b;

-- Answers of owners that nobody has read yet.
CREATE VIEW ownership.waiting_voice AS
SELECT v."id", v."productId" FROM "OwnerVoice" v WHERE v."stage" = 'NEW';

-- By hand:
CREATE INDEX "IdeaWords_words_idx" ON "IdeaWords" USING gin (array_to_tsvector("words"));
SELECT keep_idea_words("id") FROM "Idea";

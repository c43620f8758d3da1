-- CreateEnum
CREATE TYPE "ReviewState" AS ENUM ('SHOWN', 'HIDDEN', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "ReviewRule" AS ENUM ('SPAM', 'ABUSE', 'PRIVACY', 'OFF_TOPIC', 'UNLAWFUL', 'NOT_OWN');

-- CreateEnum
CREATE TYPE "QuestionPostKind" AS ENUM ('OWNER', 'BRAND', 'FOLLOW_UP');

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "ownershipId" UUID NOT NULL,
    "rating" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "pros" TEXT[],
    "cons" TEXT[],
    "lang" TEXT NOT NULL,
    "releaseId" UUID,
    "state" "ReviewState" NOT NULL DEFAULT 'SHOWN',
    "rule" "ReviewRule",
    "reason" TEXT NOT NULL DEFAULT '',
    "stateAt" TIMESTAMPTZ(3) NOT NULL,
    "stateById" UUID,
    "helpful" INTEGER NOT NULL DEFAULT 0,
    "reports" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "editedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "ideaId" UUID,
    "words" TEXT[],

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewRevision" (
    "reviewId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "rating" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "pros" TEXT[],
    "cons" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewRevision_pkey" PRIMARY KEY ("reviewId","version")
);

-- CreateTable
CREATE TABLE "ReviewPhoto" (
    "reviewId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "fileId" TEXT NOT NULL,
    "path" TEXT NOT NULL,

    CONSTRAINT "ReviewPhoto_pkey" PRIMARY KEY ("reviewId","position")
);

-- CreateTable
CREATE TABLE "ReviewVote" (
    "reviewId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewVote_pkey" PRIMARY KEY ("reviewId","memberId")
);

-- CreateTable
CREATE TABLE "ReviewReport" (
    "id" UUID NOT NULL,
    "reviewId" UUID NOT NULL,
    "reporterId" UUID NOT NULL,
    "rule" "ReviewRule" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReviewReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewAnswer" (
    "reviewId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "editedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReviewAnswer_pkey" PRIMARY KEY ("reviewId")
);

-- CreateTable
CREATE TABLE "ReviewSum" (
    "productId" UUID NOT NULL,
    "stars1" INTEGER NOT NULL DEFAULT 0,
    "stars2" INTEGER NOT NULL DEFAULT 0,
    "stars3" INTEGER NOT NULL DEFAULT 0,
    "stars4" INTEGER NOT NULL DEFAULT 0,
    "stars5" INTEGER NOT NULL DEFAULT 0,
    "hidden" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ReviewSum_pkey" PRIMARY KEY ("productId")
);

-- CreateTable
CREATE TABLE "ReviewRequest" (
    "memberId" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewRequest_pkey" PRIMARY KEY ("memberId","productId")
);

-- CreateTable
CREATE TABLE "ProductQuestion" (
    "id" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "rule" "ReviewRule",
    "reason" TEXT NOT NULL DEFAULT '',
    "answers" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProductQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionPost" (
    "id" UUID NOT NULL,
    "questionId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" "QuestionPostKind" NOT NULL,
    "body" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "helpful" INTEGER NOT NULL DEFAULT 0,
    "rule" "ReviewRule",
    "reason" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "QuestionPost_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionPostVote" (
    "postId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "QuestionPostVote_pkey" PRIMARY KEY ("postId","memberId")
);

-- CreateTable
CREATE TABLE "QuestionSent" (
    "questionId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "QuestionSent_pkey" PRIMARY KEY ("questionId","memberId")
);

-- CreateTable
CREATE TABLE "OwnerAnswering" (
    "memberId" UUID NOT NULL,
    "willing" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OwnerAnswering_pkey" PRIMARY KEY ("memberId")
);

-- CreateIndex
CREATE INDEX "Review_memberId_createdAt_id_idx" ON "Review"("memberId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Review_ownershipId_idx" ON "Review"("ownershipId");

-- CreateIndex
CREATE INDEX "Review_releaseId_idx" ON "Review"("releaseId");

-- CreateIndex
CREATE INDEX "Review_stateById_idx" ON "Review"("stateById");

-- CreateIndex
CREATE INDEX "Review_ideaId_idx" ON "Review"("ideaId");

-- CreateIndex
CREATE INDEX "Review_productId_state_createdAt_id_idx" ON "Review"("productId", "state", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Review_productId_state_rating_createdAt_id_idx" ON "Review"("productId", "state", "rating", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Review_productId_state_helpful_id_idx" ON "Review"("productId", "state", "helpful", "id");

-- CreateIndex
CREATE INDEX "Review_productId_state_rating_helpful_id_idx" ON "Review"("productId", "state", "rating", "helpful", "id");

-- CreateIndex
CREATE INDEX "Review_createdAt_id_idx" ON "Review"("createdAt", "id");

-- CreateIndex
CREATE INDEX "Review_productId_createdAt_id_idx" ON "Review"("productId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Review_productId_memberId_key" ON "Review"("productId", "memberId");

-- CreateIndex
CREATE INDEX "ReviewPhoto_fileId_idx" ON "ReviewPhoto"("fileId");

-- CreateIndex
CREATE INDEX "ReviewVote_memberId_idx" ON "ReviewVote"("memberId");

-- CreateIndex
CREATE INDEX "ReviewReport_reporterId_idx" ON "ReviewReport"("reporterId");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewReport_reviewId_reporterId_key" ON "ReviewReport"("reviewId", "reporterId");

-- CreateIndex
CREATE INDEX "ReviewAnswer_byId_idx" ON "ReviewAnswer"("byId");

-- CreateIndex
CREATE INDEX "ReviewRequest_productId_idx" ON "ReviewRequest"("productId");

-- CreateIndex
CREATE INDEX "ProductQuestion_memberId_idx" ON "ProductQuestion"("memberId");

-- CreateIndex
CREATE INDEX "ProductQuestion_productId_createdAt_id_idx" ON "ProductQuestion"("productId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "ProductQuestion_createdAt_id_idx" ON "ProductQuestion"("createdAt", "id");

-- CreateIndex
CREATE INDEX "ProductQuestion_answers_createdAt_id_idx" ON "ProductQuestion"("answers", "createdAt", "id");

-- CreateIndex
CREATE INDEX "ProductQuestion_productId_answers_createdAt_id_idx" ON "ProductQuestion"("productId", "answers", "createdAt", "id");

-- CreateIndex
CREATE INDEX "QuestionPost_questionId_createdAt_id_idx" ON "QuestionPost"("questionId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "QuestionPost_memberId_idx" ON "QuestionPost"("memberId");

-- CreateIndex
CREATE INDEX "QuestionPostVote_memberId_idx" ON "QuestionPostVote"("memberId");

-- CreateIndex
CREATE INDEX "QuestionSent_memberId_at_idx" ON "QuestionSent"("memberId", "at");

-- CreateIndex
CREATE INDEX "Ownership_registeredAt_id_idx" ON "Ownership"("registeredAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Ownership_id_memberId_productId_key" ON "Ownership"("id", "memberId", "productId");

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_ownershipId_memberId_productId_fkey" FOREIGN KEY ("ownershipId", "memberId", "productId") REFERENCES "Ownership"("id", "memberId", "productId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_stateById_fkey" FOREIGN KEY ("stateById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_ideaId_fkey" FOREIGN KEY ("ideaId") REFERENCES "Idea"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewRevision" ADD CONSTRAINT "ReviewRevision_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewPhoto" ADD CONSTRAINT "ReviewPhoto_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewPhoto" ADD CONSTRAINT "ReviewPhoto_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "File"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewVote" ADD CONSTRAINT "ReviewVote_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewVote" ADD CONSTRAINT "ReviewVote_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewReport" ADD CONSTRAINT "ReviewReport_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewReport" ADD CONSTRAINT "ReviewReport_reporterId_fkey" FOREIGN KEY ("reporterId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewAnswer" ADD CONSTRAINT "ReviewAnswer_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewAnswer" ADD CONSTRAINT "ReviewAnswer_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewSum" ADD CONSTRAINT "ReviewSum_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewRequest" ADD CONSTRAINT "ReviewRequest_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewRequest" ADD CONSTRAINT "ReviewRequest_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductQuestion" ADD CONSTRAINT "ProductQuestion_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductQuestion" ADD CONSTRAINT "ProductQuestion_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionPost" ADD CONSTRAINT "QuestionPost_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "ProductQuestion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionPost" ADD CONSTRAINT "QuestionPost_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionPostVote" ADD CONSTRAINT "QuestionPostVote_postId_fkey" FOREIGN KEY ("postId") REFERENCES "QuestionPost"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionPostVote" ADD CONSTRAINT "QuestionPostVote_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionSent" ADD CONSTRAINT "QuestionSent_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "ProductQuestion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionSent" ADD CONSTRAINT "QuestionSent_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnerAnswering" ADD CONSTRAINT "OwnerAnswering_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Keeps the numbers of a product's reviews true, and the words that staff find a review by, whoever writes.
CREATE OR REPLACE FUNCTION add_to_review_sums(p_product uuid, p_state "ReviewState", p_rating int, p_step int) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "ReviewSum" ("productId") VALUES (p_product) ON CONFLICT DO NOTHING;
  UPDATE "ReviewSum" SET
    "stars1" = "stars1" + CASE WHEN p_state = 'SHOWN' AND p_rating = 1 THEN p_step ELSE 0 END,
    "stars2" = "stars2" + CASE WHEN p_state = 'SHOWN' AND p_rating = 2 THEN p_step ELSE 0 END,
    "stars3" = "stars3" + CASE WHEN p_state = 'SHOWN' AND p_rating = 3 THEN p_step ELSE 0 END,
    "stars4" = "stars4" + CASE WHEN p_state = 'SHOWN' AND p_rating = 4 THEN p_step ELSE 0 END,
    "stars5" = "stars5" + CASE WHEN p_state = 'SHOWN' AND p_rating = 5 THEN p_step ELSE 0 END,
    "hidden" = "hidden" + CASE WHEN p_state = 'HIDDEN' THEN p_step ELSE 0 END
  WHERE "productId" = p_product $$;

CREATE OR REPLACE FUNCTION keep_review_sums() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD."productId", OLD."state", OLD."rating") = (NEW."productId", NEW."state", NEW."rating") THEN RETURN NULL; END IF;
  IF TG_OP <> 'INSERT' THEN PERFORM add_to_review_sums(OLD."productId", OLD."state", OLD."rating", -1); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM add_to_review_sums(NEW."productId", NEW."state", NEW."rating", 1); END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER "Review_sums" AFTER INSERT OR UPDATE OR DELETE ON "Review" FOR EACH ROW EXECUTE FUNCTION keep_review_sums();

CREATE OR REPLACE FUNCTION keep_review_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."words" := search_words(NEW."title" || ' ' || left(NEW."body", 2000));
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER "Review_words" BEFORE INSERT OR UPDATE OF "title", "body" ON "Review" FOR EACH ROW EXECUTE FUNCTION keep_review_words();

-- Releases that everyone may read.
CREATE VIEW feedback.published_release AS
SELECT r."id", r."productId", r."slug", r."version", r."publishedAt" FROM "Release" r WHERE r."publishedAt" IS NOT NULL;

-- Members who can be spoken to now: with an account, a proved address or phone and no suspension; own are those who made it here.
CREATE VIEW members.speaker AS
SELECT m."id", m."source" IS NULL AS "own" FROM "Member" m
WHERE m."handle" IS NOT NULL AND (m."emailVerifiedAt" IS NOT NULL OR m."phone" IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM "Suspension" s WHERE s."memberId" = m."id" AND s."liftedAt" IS NULL AND (s."until" IS NULL OR s."until" > now()));

-- Every ownership that is or was: which member, of which product, since when, and whether still.
CREATE VIEW ownership.any_owner AS
SELECT o."id", o."memberId", o."productId", o."registeredAt", o."endedAt" IS NULL AS "now" FROM "Ownership" o;

-- By hand:
ALTER TABLE "Review" ADD CONSTRAINT "Review_rating" CHECK ("rating" BETWEEN 1 AND 5);
ALTER TABLE "Review" ADD CONSTRAINT "Review_hidden_by_a_rule" CHECK ("state" <> 'HIDDEN' OR ("rule" IS NOT NULL AND "reason" <> ''));
ALTER TABLE "Review" ADD CONSTRAINT "Review_counts" CHECK ("helpful" >= 0 AND "reports" >= 0);
ALTER TABLE "ReviewSum" ADD CONSTRAINT "ReviewSum_counts" CHECK (least("stars1", "stars2", "stars3", "stars4", "stars5", "hidden") >= 0);
ALTER TABLE "ReviewPhoto" ADD CONSTRAINT "ReviewPhoto_most" CHECK ("position" BETWEEN 0 AND 3);
CREATE INDEX "Review_words_idx" ON "Review" USING gin (array_to_tsvector("words"));
CREATE INDEX "Review_reported_idx" ON "Review" ("createdAt") WHERE "reports" > 0;
ALTER TABLE "ProductQuestion" ADD CONSTRAINT "ProductQuestion_counts" CHECK ("answers" >= 0);
ALTER TABLE "QuestionPost" ADD CONSTRAINT "QuestionPost_counts" CHECK ("helpful" >= 0);

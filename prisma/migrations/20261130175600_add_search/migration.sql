-- CreateEnum
CREATE TYPE "SearchKind" AS ENUM ('PRODUCT');

-- CreateTable
CREATE TABLE "SearchDoc" (
    "kind" "SearchKind" NOT NULL,
    "id" UUID NOT NULL,
    "audience" TEXT NOT NULL,
    "form" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "exact" TEXT[],
    "names" tsvector NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "SearchDoc_pkey" PRIMARY KEY ("kind","id")
);

-- CreateTable
CREATE TABLE "SearchSpelling" (
    "word" TEXT NOT NULL,
    "near" TEXT[],

    CONSTRAINT "SearchSpelling_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE INDEX "SearchDoc_kind_at_id_idx" ON "SearchDoc"("kind", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "SearchDoc_words_idx" ON "SearchDoc" USING GIN ("words");

-- CreateIndex
CREATE INDEX "SearchDoc_exact_idx" ON "SearchDoc" USING GIN ("exact");

-- CreateIndex
CREATE INDEX "SearchSpelling_near_idx" ON "SearchSpelling" USING GIN ("near");

-- What finds texts with every word of a search, or with any of them, each as the beginning of one of theirs or by its English stem; null for a
-- text without words. Words of one or two letters or digits are asked for whole. Of Chinese and Japanese the pairs alone are asked for, where there is one.
CREATE OR REPLACE FUNCTION search_found_by(p_text text, p_any boolean) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg(CASE WHEN stem IS NULL THEN asked ELSE '(' || asked || ' | ''' || stem || ''')' END, CASE WHEN p_any THEN ' | ' ELSE ' & ' END)::tsquery
  FROM (SELECT '''' || word || '''' || CASE WHEN word ~ '^[a-z0-9]{1,2}$' THEN '' ELSE ':*' END AS asked,
      CASE WHEN word ~ '^[a-z]{3,}$' THEN nullif((ts_lexize('english_stem', word))[1], word) END AS stem
    FROM unnest(search_words(p_text)) word
    WHERE length(word) > 1 OR word !~ '^[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]'
      OR NOT EXISTS (SELECT 1 FROM unnest(search_words(p_text)) pair WHERE length(pair) = 2 AND pair LIKE '%' || word) LIMIT 24) words $$;

-- These words, with the English stems of those that have another one.
CREATE OR REPLACE FUNCTION search_stemmed(p_words text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT each), '{}') FROM unnest(p_words) word CROSS JOIN LATERAL (
    SELECT word AS each UNION ALL
    SELECT unnest(ts_lexize('english_stem', word)) WHERE word ~ '^[a-z]{3,}$') both_of $$;

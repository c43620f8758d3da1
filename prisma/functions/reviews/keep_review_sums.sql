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

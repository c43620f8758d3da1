-- What a price was stays as it was: of a row only its end may change, and when it was told that it holds.
CREATE OR REPLACE FUNCTION price_amount_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."variantId", NEW."currency", NEW."amountMinor", NEW."compareAtMinor", NEW."taxIncluded", NEW."reason", NEW."from")
    IS DISTINCT FROM (OLD."variantId", OLD."currency", OLD."amountMinor", OLD."compareAtMinor", OLD."taxIncluded", OLD."reason", OLD."from")
  THEN RAISE EXCEPTION 'a price is never changed, only ended' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER "Price_amount_stays" BEFORE UPDATE ON "Price" FOR EACH ROW EXECUTE FUNCTION price_amount_stays();

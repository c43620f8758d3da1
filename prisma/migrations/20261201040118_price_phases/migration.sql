-- CreateEnum
CREATE TYPE "PriceReason" AS ENUM ('REGULAR', 'LAUNCH', 'OFFER', 'CLEARANCE');

-- AlterTable
ALTER TABLE "Price" ADD COLUMN     "begunAt" TIMESTAMPTZ(3),
ADD COLUMN     "reason" "PriceReason" NOT NULL DEFAULT 'REGULAR';

-- CreateTable
CREATE TABLE "PriceProtection" (
    "lineId" UUID NOT NULL,
    "priceId" UUID NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "back" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PriceProtection_pkey" PRIMARY KEY ("lineId","priceId")
);

-- CreateIndex
CREATE INDEX "PriceProtection_priceId_idx" ON "PriceProtection"("priceId");

-- AddForeignKey
ALTER TABLE "PriceProtection" ADD CONSTRAINT "PriceProtection_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "OrderLine"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PriceProtection" ADD CONSTRAINT "PriceProtection_priceId_fkey" FOREIGN KEY ("priceId") REFERENCES "Price"("id") ON DELETE CASCADE ON UPDATE CASCADE;

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

-- By hand:
UPDATE "Price" SET "begunAt" = now() WHERE "from" <= now();
CREATE INDEX "Price_to_begin" ON "Price" ("from") WHERE "begunAt" IS NULL;

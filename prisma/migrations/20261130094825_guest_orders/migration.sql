-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "guestEmail" TEXT;

-- By hand: a guest orders a cart, never a drop's unit.
ALTER TABLE "Order" ADD CONSTRAINT "Order_guest_cart" CHECK ("guestEmail" IS NULL OR ("cartId" IS NOT NULL AND "claimId" IS NULL));
-- By hand: the few that guests have placed, by the address that staff look for.
CREATE INDEX "Order_guestEmail" ON "Order" ("guestEmail") WHERE "guestEmail" IS NOT NULL;

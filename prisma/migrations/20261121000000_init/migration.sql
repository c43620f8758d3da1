

-- By hand:

-- One live claim for a member in a drop: the second is refused by the database itself.
CREATE UNIQUE INDEX "Claim_one_live" ON "Claim" ("dropId", "memberId") WHERE "state" <> 'RELEASED';

-- One live order for a claim.
CREATE UNIQUE INDEX "Order_one_live" ON "Order" ("claimId") WHERE "state" NOT IN ('CANCELLED', 'REFUNDED');

-- Units never go below nothing or above what was offered.
ALTER TABLE "Allotment" ADD CONSTRAINT "Allotment_remaining" CHECK ("remaining" >= 0 AND "remaining" <= "units");

ALTER TABLE "OwnerVoice" ADD CONSTRAINT "OwnerVoice_rating" CHECK ("rating" BETWEEN 1 AND 5);

ALTER TABLE "Order" ADD CONSTRAINT "Order_total" CHECK ("totalMinor" = "subtotalMinor" + "shippingMinor" + "taxMinor" AND "subtotalMinor" >= 0);

-- The ledger of units is append-only.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

CREATE TRIGGER "UnitMovement_append_only" BEFORE UPDATE OR DELETE ON "UnitMovement"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE OR DELETE ON "AuditEntry"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

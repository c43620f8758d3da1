-- CreateIndex
CREATE INDEX "UnitMovement_at_idx" ON "UnitMovement" USING BRIN ("at");

-- Made by hand: customers without an account as staff list them, few among all members.
CREATE INDEX "Member_customer" ON "Member" ("createdAt", "id") WHERE "handle" IS NULL;
CREATE INDEX "Member_customer_trust" ON "Member" ("trust", "createdAt", "id") WHERE "handle" IS NULL;

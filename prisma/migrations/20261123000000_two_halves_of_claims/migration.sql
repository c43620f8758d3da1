-- DropIndex
DROP INDEX "Claim_dropId_memberId_idx";

-- By hand:

-- A drop's live claims are found by the key that allows each member one of them; these are the others. A claim that is
-- made in a rush is written into one index less.
CREATE INDEX "Claim_released" ON "Claim" ("dropId") WHERE "state" = 'RELEASED';

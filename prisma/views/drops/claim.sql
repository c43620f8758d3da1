-- Units that are held or were: how they stand, and until when.
CREATE VIEW drops.claim AS
SELECT c."id", c."dropId", c."memberId", c."state", c."heldUntil" FROM "Claim" c;

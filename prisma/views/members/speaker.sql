-- Members who can be spoken to now: with an account, a proved address or phone and no suspension; own are those who made it here.
CREATE VIEW members.speaker AS
SELECT m."id", m."source" IS NULL AS "own" FROM "Member" m
WHERE m."handle" IS NOT NULL AND (m."emailVerifiedAt" IS NOT NULL OR m."phone" IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM "Suspension" s WHERE s."memberId" = m."id" AND s."liftedAt" IS NULL AND (s."until" IS NULL OR s."until" > now()));

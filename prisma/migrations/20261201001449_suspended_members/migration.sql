-- Members who are kept out now.
CREATE VIEW members.suspended AS
SELECT DISTINCT s."memberId" FROM "Suspension" s WHERE s."liftedAt" IS NULL AND (s."until" IS NULL OR s."until" > now());

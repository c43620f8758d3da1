-- Whom a release credits for which idea.
CREATE VIEW feedback.credit AS
SELECT c."releaseId", c."ideaId", c."memberId" FROM "ReleaseCredit" c;

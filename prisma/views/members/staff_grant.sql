-- Who is staff, and until when: the roles that members hold everywhere. What has run out is among them.
CREATE VIEW members.staff_grant AS
SELECT g."memberId", g."until" FROM "Grant" g WHERE g."scopeType" IS NULL;

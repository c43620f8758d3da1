-- Where a member is written to.
CREATE VIEW members.mailbox AS
SELECT m."id", m."name", m."email", m."locale", m."emailVerifiedAt" FROM "Member" m;

-- Members as everyone may see them, with what tells whether they are spoken to and in which language. Customers without an account are
-- nobody else's business, and are not among them.
CREATE VIEW members.person AS
SELECT m."id", m."handle", m."name", m."avatar", m."locale", m."trust", (m."emailVerifiedAt" IS NOT NULL OR m."phone" IS NOT NULL) AS "confirmed", m."createdAt" FROM "Member" m
WHERE m."handle" IS NOT NULL;

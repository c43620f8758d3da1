-- Members as everyone may see them, with what tells whether they are spoken to and in which language.
CREATE VIEW members.person AS
SELECT m."id", m."handle", m."name", m."avatar", m."locale", m."trust", m."emailVerifiedAt", m."createdAt" FROM "Member" m;

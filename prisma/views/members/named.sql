-- Every member by name, as staff see them: a customer without an account has no handle.
CREATE VIEW members.named AS
SELECT m."id", m."handle", m."name" FROM "Member" m;

-- Products by name, with whether everyone may know of them.
CREATE VIEW catalog.product AS
SELECT p."id", p."handle", p."title", p."titleZh", p."status", p."status" <> 'DRAFT' AS "known", p."createdAt" FROM "Product" p;

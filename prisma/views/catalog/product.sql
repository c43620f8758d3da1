-- Products by name, with whether they are on show.
CREATE VIEW catalog.product AS
SELECT p."id", p."handle", p."title", p."titleZh", p."status", p."createdAt" FROM "Product" p;

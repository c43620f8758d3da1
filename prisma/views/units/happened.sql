-- What happened to each unit, and when; neither who wrote it down nor why.
CREATE VIEW units.happened AS
SELECT e."unitId", e."seq", e."kind"::text AS "kind", e."at" FROM "UnitEvent" e;

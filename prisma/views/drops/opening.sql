-- From when to when a drop is open, over all its waves.
CREATE VIEW drops.opening AS
SELECT w."dropId", min(w."opensAt") AS "opensAt", max(w."closesAt") AS "closesAt" FROM "Wave" w GROUP BY w."dropId";

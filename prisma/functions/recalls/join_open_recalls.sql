-- A unit that becomes known, comes in or is sent joins the open recalls that mean it, whoever writes it down. Who publishes a recall holds the lock alone
-- while the list of its units is made (lib/recalls/sql.ts): what was begun before is in the list, and what comes after finds the recall here.
CREATE OR REPLACE FUNCTION join_open_recalls() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moved uuid[] := ARRAY(SELECT DISTINCT h."unitId" FROM happened h WHERE h."kind" IN ('MADE', 'RECEIVED', 'SHIPPED'));
  seen timestamptz := (SELECT max(h."at") FROM happened h);
BEGIN
  IF cardinality(moved) = 0 THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('recalls:scope', 0));
  INSERT INTO "RecallUnit" ("id", "recallId", "unitId", "createdAt", "changedAt")
  SELECT gen_random_uuid(), r."id", reach."unitId", seen, seen FROM "Recall" r CROSS JOIN LATERAL recall_reach(r."id", moved) reach
  WHERE r."state" = 'OPEN' ON CONFLICT ("recallId", "unitId") DO NOTHING;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER "UnitEvent_join_recalls" AFTER INSERT ON "UnitEvent"
  REFERENCING NEW TABLE AS happened FOR EACH STATEMENT EXECUTE FUNCTION join_open_recalls();

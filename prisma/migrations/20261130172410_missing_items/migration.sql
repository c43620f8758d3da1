-- AlterEnum
ALTER TYPE "ReturnWish" ADD VALUE 'MISSING';

-- No piece of a line comes back twice, nor one that never arrived: what living returns announce, or have counted, is never more than its parcels have
-- brought; what went back to its buyer is with them again, and what was missing comes not back. The line's own lock has two returns at once see each other.
CREATE OR REPLACE FUNCTION return_line_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('return:' || NEW."lineId"::text, 0));
  IF (SELECT coalesce(sum(coalesce(l."counted", l."announced")), 0) FROM "ReturnLine" l JOIN "Return" r ON r."id" = l."returnId"
      WHERE l."lineId" = NEW."lineId" AND r."wish" <> 'MISSING' AND r."state" NOT IN ('REFUSED', 'CANCELLED') AND l."outcome" IS DISTINCT FROM 'SEND_BACK')
    > (SELECT coalesce(sum(d."quantity"), 0) FROM orders.delivered_line d WHERE d."lineId" = NEW."lineId") THEN
    RAISE EXCEPTION 'More pieces of line % come back than it brought', NEW."lineId" USING ERRCODE = 'check_violation', CONSTRAINT = 'ReturnLine_fits';
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER "ReturnLine_fits" AFTER INSERT ON "ReturnLine" FOR EACH ROW EXECUTE FUNCTION return_line_fits();

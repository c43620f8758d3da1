-- Who reads a board at the widest, of its reading rules: without any, staff alone.
CREATE OR REPLACE FUNCTION settle_board_rules() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  board constant uuid := COALESCE(NEW."boardId", OLD."boardId");
  widest constant "BoardVisibility" := COALESCE((
    SELECT min(CASE r."who" WHEN 'EVERYONE' THEN 'PUBLIC' WHEN 'MEMBERS' THEN 'MEMBERS' WHEN 'OWNERS' THEN 'OWNERS' ELSE 'STAFF' END::"BoardVisibility")
    FROM "BoardRule" r WHERE r."boardId" = board AND r."verb" = 'READ'), 'STAFF');
BEGIN
  UPDATE "Board" b SET "visibility" = widest WHERE b."id" = board AND b."visibility" <> widest;
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER settle_board_rules AFTER INSERT OR UPDATE OR DELETE ON "BoardRule"
  FOR EACH ROW EXECUTE FUNCTION settle_board_rules();

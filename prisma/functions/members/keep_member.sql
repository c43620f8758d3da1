-- Claims have no foreign key to their member (record 46): members are never deleted, since what they bought and wrote
-- names them.
CREATE OR REPLACE FUNCTION keep_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'members are never deleted' USING ERRCODE = 'foreign_key_violation';
END $$;

CREATE OR REPLACE TRIGGER "Member_keep" BEFORE DELETE ON "Member" FOR EACH ROW EXECUTE FUNCTION keep_member();

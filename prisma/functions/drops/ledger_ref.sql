-- How a unit's holder is told in public: nobody can go back from it to the claim.
--
-- PostgreSQL writes a function into the statement that calls it only when nothing in it could change, and convert_to()
-- could, since it looks at the database's encoding; a uuid's letters are bytes by themselves.
CREATE OR REPLACE FUNCTION ledger_ref(p_claim uuid) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(left(encode(sha256(p_claim::text::bytea), 'hex'), 16), '');

-- Writes one ledger row for each claim (a NULL among them stands for units that nobody holds), moves the stock by what
-- they add up to, and chains them: hash = SHA-256("before|seq|kind|delta|milliseconds|ref") in hex, where the first row
-- comes after the allotment's id. The stock row is locked from here on, so numbers have no holes and no twins.
-- All of a link that does not depend on the one before is computed in one statement beforehand.
CREATE OR REPLACE FUNCTION append_movements(p_allotment uuid, p_kind "MovementKind", p_delta int, p_claims uuid[], p_at timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  seq int;
  digest text;
  links text[];
  digests text[] := '{}';
  tail text := '|' || p_kind || '|' || p_delta || '|' || (extract(epoch FROM date_trunc('milliseconds', p_at)) * 1000)::bigint || '|';
BEGIN
  IF cardinality(p_claims) = 0 THEN RETURN; END IF;
  SELECT a."ledgerSeq", CASE a."ledgerSeq" WHEN 0 THEN a."id"::text ELSE a."ledgerHash" END INTO STRICT seq, digest
    FROM "Allotment" a WHERE a."id" = p_allotment FOR NO KEY UPDATE;
  SELECT array_agg('|' || (seq + c.place) || tail || ledger_ref(c.claim) ORDER BY c.place) INTO links FROM unnest(p_claims) WITH ORDINALITY AS c(claim, place);
  FOR place IN 1 .. cardinality(links) LOOP
    digest := encode(sha256((digest || links[place])::bytea), 'hex');
    digests[place] := digest;
  END LOOP;
  INSERT INTO "UnitMovement" ("allotmentId", "seq", "claimId", "kind", "delta", "at", "hash")
  SELECT p_allotment, seq + r.place, r.claim, p_kind, p_delta, date_trunc('milliseconds', p_at), r.digest
  FROM unnest(p_claims, digests) WITH ORDINALITY AS r(claim, digest, place);
  UPDATE "Allotment" a SET "ledgerSeq" = seq + cardinality(p_claims), "ledgerHash" = digest,
    "remaining" = a."remaining" + p_delta * cardinality(p_claims) WHERE a."id" = p_allotment;
END $$;

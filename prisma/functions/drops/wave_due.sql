-- When a wave's units are given by rank; NULL where claims are taken as they come. A pause holds the giving off too,
-- until the wave is resumed or over.
CREATE OR REPLACE FUNCTION wave_due(w "Wave", d "Drop") RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$
SELECT CASE
  WHEN d."mode" = 'FIRST_COME' AND d."fairSeconds" = 0 THEN NULL
  WHEN d."mode" = 'DRAW' OR w."pausedAt" IS NOT NULL THEN w."closesAt"
  ELSE w."opensAt" + make_interval(secs => d."fairSeconds")
END $$;

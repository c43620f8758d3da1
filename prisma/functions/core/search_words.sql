-- The words of a text by which staff lists are searched: runs of letters and digits in lower case, without accents; of a run of
-- Chinese or Japanese signs each pair of neighbours, and the last sign, so that one sign and any part of the run is found as well.
CREATE OR REPLACE FUNCTION search_words(p_text text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT word), '{}') FROM (
    SELECT (regexp_matches(regexp_replace(normalize(lower(p_text), NFKD), '[\u0300-\u036f]', '', 'g'),
      '[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+|[^\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\ufe10-\ufe4f]+', 'g'))[1] AS run
  ) runs CROSS JOIN LATERAL (
    SELECT left(run, 60) AS word WHERE run !~ '^[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]'
    UNION ALL
    SELECT substr(run, i, 2) FROM generate_series(1, least(length(run), 60)) i WHERE run ~ '^[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]'
  ) words $$;

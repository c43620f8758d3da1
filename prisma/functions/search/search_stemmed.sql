-- These words, with the English stems of those that have another one.
CREATE OR REPLACE FUNCTION search_stemmed(p_words text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT each), '{}') FROM unnest(p_words) word CROSS JOIN LATERAL (
    SELECT word AS each UNION ALL
    SELECT unnest(ts_lexize('english_stem', word)) WHERE word ~ '^[a-z]{3,}$') both_of $$;

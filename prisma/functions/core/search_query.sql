-- What finds rows with every word of a text, each as the beginning of one of theirs; null for a text without words. Of Chinese and
-- Japanese the pairs alone are asked for, where there is one: the last sign of a search may stand within a run.
CREATE OR REPLACE FUNCTION search_query(p_text text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg('''' || word || ''':*', ' & ')::tsquery
  FROM (SELECT word FROM unnest(search_words(p_text)) word
    WHERE length(word) > 1 OR word !~ '^[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]'
      OR NOT EXISTS (SELECT 1 FROM unnest(search_words(p_text)) pair WHERE length(pair) = 2 AND pair LIKE '%' || word) LIMIT 12) words $$;

-- What finds texts with every word of a search, or with any of them, each as the beginning of one of theirs or by its English stem; null for a
-- text without words. Words of one or two letters or digits are asked for whole. Of Chinese and Japanese the pairs alone are asked for, where there is one.
CREATE OR REPLACE FUNCTION search_found_by(p_text text, p_any boolean) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg(CASE WHEN stem IS NULL THEN asked ELSE '(' || asked || ' | ''' || stem || ''')' END, CASE WHEN p_any THEN ' | ' ELSE ' & ' END)::tsquery
  FROM (SELECT '''' || word || '''' || CASE WHEN word ~ '^[a-z0-9]{1,2}$' THEN '' ELSE ':*' END AS asked,
      CASE WHEN word ~ '^[a-z]{3,}$' THEN nullif((ts_lexize('english_stem', word))[1], word) END AS stem
    FROM unnest(search_words(p_text)) word
    WHERE length(word) > 1 OR word !~ '^[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]'
      OR NOT EXISTS (SELECT 1 FROM unnest(search_words(p_text)) pair WHERE length(pair) = 2 AND pair LIKE '%' || word) LIMIT 24) words $$;

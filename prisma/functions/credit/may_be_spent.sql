-- Whether a balance may be spent at a moment, by when it was disabled and when it expires. The only place that says so in SQL; the same for pages: standOf.
CREATE OR REPLACE FUNCTION may_be_spent(p_disabled timestamptz, p_expires timestamptz, p_at timestamptz) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT p_disabled IS NULL AND (p_expires IS NULL OR p_expires > p_at)
$$;

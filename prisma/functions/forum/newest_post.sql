-- When the newest post of a thread that is not hidden was written; the opening post counts in any case.
CREATE OR REPLACE FUNCTION newest_post(thread uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT max(p."createdAt") FROM "Post" p
  WHERE p."threadId" = thread AND (p."number" = 1 OR NOT EXISTS (SELECT 1 FROM "Hiding" h WHERE h."postId" = p."id")) $$;

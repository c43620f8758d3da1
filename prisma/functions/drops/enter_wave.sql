-- Takes a batch of entries down for a wave whose units are given by rank: members, the allotments they ask for, their
-- e-mail limits. Waits for a decision that is under way (FOR SHARE), and says so when it has fallen.
CREATE OR REPLACE FUNCTION enter_wave(p_wave uuid, p_members uuid[], p_allotments uuid[], p_emails text[], p_now timestamptz)
RETURNS TABLE ("memberId" uuid, "outcome" text, "entryId" uuid) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  terms record;
  shut text;
BEGIN
  SELECT w."opensAt", w."closesAt", w."pausedAt", w."decidedAt", d."id" AS drop_id, d."announcedAt", d."cancelledAt",
      d."needsReservation", (d."mode" = 'FIRST_COME' AND p_now >= w."opensAt" + make_interval(secs => d."fairSeconds")) AS late
    INTO terms FROM "Wave" w JOIN "Drop" d ON d."id" = w."dropId" WHERE w."id" = p_wave FOR SHARE OF w;

  shut := CASE
    WHEN terms."cancelledAt" IS NOT NULL OR p_now >= terms."closesAt" THEN 'closed'
    WHEN terms."announcedAt" IS NULL OR p_now < terms."opensAt" THEN 'not-open'
    WHEN terms."pausedAt" IS NOT NULL THEN 'paused'
    WHEN terms."decidedAt" IS NOT NULL THEN 'decided'
  END;

  IF shut IS NULL THEN
    INSERT INTO "Entry" ("dropId", "waveId", "memberId", "allotmentId", "emailKey", "priority", "late", "at")
    SELECT terms.drop_id, p_wave, a.member, a.allotment, a.email, coalesce(r."priority", 0), terms.late, p_now
    FROM unnest(p_members, p_allotments, p_emails) WITH ORDINALITY AS a(member, allotment, email, place)
    LEFT JOIN LATERAL (SELECT r."priority" FROM "Reservation" r WHERE r."dropId" = terms.drop_id AND r."memberId" = a.member LIMIT 1) r ON true
    WHERE NOT terms."needsReservation" OR r."priority" IS NOT NULL
    ORDER BY a.place
    ON CONFLICT DO NOTHING;
    IF FOUND THEN PERFORM pg_notify('millet_live', terms.drop_id::text); END IF;
  END IF;

  RETURN QUERY
    SELECT m.member,
      CASE
        WHEN e."id" IS NOT NULL THEN 'entered'
        WHEN shut IS NOT NULL THEN shut
        WHEN terms."needsReservation" AND asked."memberId" IS NULL THEN 'needs-reservation'
        ELSE 'email-used'
      END,
      e."id"
    FROM (SELECT DISTINCT unnest(p_members) AS member) m
    LEFT JOIN LATERAL (SELECT e."id" FROM "Entry" e WHERE e."waveId" = p_wave AND e."memberId" = m.member LIMIT 1) e ON true
    LEFT JOIN LATERAL (SELECT r."memberId" FROM "Reservation" r WHERE r."dropId" = terms.drop_id AND r."memberId" = m.member LIMIT 1) asked ON true;
END $$;

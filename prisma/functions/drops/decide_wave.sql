-- Ranks the entries of a wave and gives its units, once, when its time has come. The rank: those who arrived in time
-- before the late ones; of the former, priority first, then by SHA-256("seed:entry") in hex; the late by arrival.
-- Who holds or owns a unit of the drop already is passed over. Units set aside for a channel go to its own entrants
-- first; who is left competes for the public units of the same variant. Who comes away with nothing waits in the order
-- of the rank. What was there to give is written down beside, so that anyone can reckon it again. Answers how many won,
-- or NULL when nothing was due.
--
-- All stock rows of the drop are locked first, as every movement of a unit locks them: nobody claims or cancels until
-- this is done. What is read afterwards is what the last holder committed. Then the wave, for which entries wait.
--
-- Each entry that wins nothing is written once: everyone has lost until they win. Writing them twice took half of the
-- time for which a wave of fifty thousand entries is locked.
CREATE OR REPLACE FUNCTION decide_wave(p_wave uuid, p_now timestamptz) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  terms record;
  stock record;
  until timestamptz;
BEGIN
  PERFORM 1 FROM "Allotment" a JOIN "Wave" w ON w."id" = a."waveId"
    WHERE w."dropId" = (SELECT own."dropId" FROM "Wave" own WHERE own."id" = p_wave) ORDER BY a."id" FOR NO KEY UPDATE OF a;
  PERFORM 1 FROM "Wave" w WHERE w."id" = p_wave FOR UPDATE;
  SELECT w."seed", w."decidedAt", wave_due(w, d) AS due, d."id" AS drop_id, d."mode", d."cancelledAt", d."announcedAt", d."holdSeconds", d."offerSeconds"
    INTO terms FROM "Wave" w JOIN "Drop" d ON d."id" = w."dropId" WHERE w."id" = p_wave;
  IF terms."decidedAt" IS NOT NULL THEN RETURN NULL; END IF;
  IF terms."seed" IS NULL OR terms."announcedAt" IS NULL OR terms."cancelledAt" IS NOT NULL OR terms.due IS NULL OR p_now < terms.due THEN RETURN NULL; END IF;

  UPDATE "Entry" e SET "rank" = ranked.rank, "state" = (CASE WHEN ranked.has THEN 'SKIPPED' ELSE 'LOST' END)::"EntryState" FROM (
    SELECT "id", row_number() OVER (ORDER BY "late", CASE WHEN "late" THEN 0 ELSE -"priority" END,
        CASE WHEN "late" THEN '' ELSE encode(sha256(convert_to(terms."seed" || ':' || "id"::text, 'UTF8')), 'hex') END COLLATE "C", "seq") AS rank,
      EXISTS (SELECT 1 FROM "Claim" c WHERE c."dropId" = terms.drop_id AND c."memberId" = each."memberId" AND c."state" <> 'RELEASED')
        OR EXISTS (SELECT 1 FROM "Claim" c WHERE c."dropId" = terms.drop_id AND c."emailKey" = each."emailKey" AND c."emailKey" IS NOT NULL AND c."state" <> 'RELEASED') AS has
    FROM "Entry" each WHERE "waveId" = p_wave
  ) ranked WHERE e."id" = ranked."id";
  UPDATE "Allotment" SET "toGive" = "remaining" WHERE "waveId" = p_wave;

  until := p_now + make_interval(secs => CASE terms."mode" WHEN 'DRAW' THEN terms."offerSeconds" ELSE terms."holdSeconds" END);
  FOR stock IN SELECT a."id", a."variantId", a."channel", a."remaining" FROM "Allotment" a WHERE a."waveId" = p_wave ORDER BY a."channel" = 'PUBLIC', a."id" LOOP
    PERFORM give_by_rank(stock."id", ARRAY(
      SELECT e."id" FROM "Entry" e JOIN "Allotment" asked ON asked."id" = e."allotmentId"
      WHERE e."waveId" = p_wave AND e."state" = 'LOST'
        AND (e."allotmentId" = stock."id" OR (stock."channel" = 'PUBLIC' AND asked."variantId" = stock."variantId"))
      ORDER BY e."rank" LIMIT stock."remaining"), until, p_now);
  END LOOP;

  INSERT INTO "WaitlistPlace" ("dropId", "variantId", "memberId", "emailKey", "createdAt")
  SELECT e."dropId", a."variantId", e."memberId", e."emailKey", p_now FROM "Entry" e JOIN "Allotment" a ON a."id" = e."allotmentId"
  WHERE e."waveId" = p_wave AND e."state" = 'LOST' ORDER BY e."rank" ON CONFLICT DO NOTHING;
  UPDATE "Reservation" r SET "priority" = r."priority" + 1 FROM "Entry" e
  WHERE e."waveId" = p_wave AND e."state" = 'LOST' AND r."dropId" = e."dropId" AND r."memberId" = e."memberId";
  UPDATE "Wave" SET "decidedAt" = p_now WHERE "id" = p_wave;
  PERFORM pg_notify('millet_live', terms.drop_id::text);
  RETURN (SELECT count(*)::int FROM "Entry" WHERE "waveId" = p_wave AND "state" = 'WON');
END $$;

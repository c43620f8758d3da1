-- The units that a recall means by what it says, of some units or (p_units is null) of all. What was scrapped is dangerous to nobody.
CREATE OR REPLACE FUNCTION recall_reach(p_recall uuid, p_units uuid[]) RETURNS TABLE ("unitId" uuid) LANGUAGE sql STABLE AS $$
  SELECT u."id" FROM "Recall" r
    JOIN units.known_unit u ON u."productId" = r."productId" AND (r."variantId" IS NULL OR u."variantId" = r."variantId")
  WHERE r."id" = p_recall AND u."state" <> 'SCRAPPED' AND (p_units IS NULL OR u."id" = ANY (p_units))
    AND CASE r."scope"
      WHEN 'GOODS' THEN true
      WHEN 'LIST' THEN u."serial" = ANY (r."serials")
      WHEN 'RANGE' THEN char_length(u."serial") = char_length(r."serialFrom") AND u."serial" COLLATE "C" BETWEEN r."serialFrom" AND r."serialTo"
      ELSE EXISTS (
        SELECT 1 FROM units.happened h WHERE h."unitId" = u."id" AND h."at" >= r."from" AND h."at" < r."until"
          AND CASE r."dates" WHEN 'SHIPPED' THEN h."kind" = 'SHIPPED' ELSE h."kind" IN ('MADE', 'RECEIVED') END)
    END $$;

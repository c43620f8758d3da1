-- Takes a guest's cart into a member's, whose row the caller holds, and ends it: of each variant the larger quantity, nothing doubled; what the member
-- has stays where the cart would grow too long, and so does a code that they typed. True where there was anything to take.
CREATE OR REPLACE FUNCTION take_guest_cart(p_cart uuid, p_digest text, p_most_lines int) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  guest uuid;
  room int;
BEGIN
  SELECT c."id" INTO guest FROM "Cart" c WHERE c."tokenDigest" = p_digest FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE "CartLine" mine SET "quantity" = greatest(mine."quantity", theirs."quantity"), "seenAt" = greatest(mine."seenAt", theirs."seenAt")
  FROM "CartLine" theirs WHERE mine."cartId" = p_cart AND theirs."cartId" = guest AND theirs."variantId" = mine."variantId";
  room := p_most_lines - (SELECT count(*) FROM "CartLine" l WHERE l."cartId" = p_cart);
  INSERT INTO "CartLine" ("cartId", "variantId", "quantity", "seenAt")
  SELECT p_cart, l."variantId", l."quantity", l."seenAt" FROM "CartLine" l
  WHERE l."cartId" = guest AND NOT EXISTS (SELECT 1 FROM "CartLine" m WHERE m."cartId" = p_cart AND m."variantId" = l."variantId")
  ORDER BY l."seenAt" DESC, l."variantId" LIMIT greatest(room, 0);
  UPDATE "Cart" c SET "version" = c."version" + 1, "code" = coalesce(c."code", g."code") FROM "Cart" g WHERE c."id" = p_cart AND g."id" = guest;
  DELETE FROM "Cart" c WHERE c."id" = guest;
  RETURN true;
END $$;

-- The cart of a member or of a guest's token, locked and made where there is none; a member takes the guest's cart of the same browser with them.
CREATE OR REPLACE FUNCTION open_cart(p_member uuid, p_digest text, p_new uuid, p_most_lines int, p_at timestamptz) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  cart uuid;
BEGIN
  IF p_member IS NULL THEN
    INSERT INTO "Cart" AS c ("id", "tokenDigest", "updatedAt") VALUES (p_new, p_digest, p_at)
    ON CONFLICT ("tokenDigest") DO UPDATE SET "updatedAt" = p_at RETURNING c."id" INTO cart;
    RETURN cart;
  END IF;
  INSERT INTO "Cart" AS c ("id", "memberId", "updatedAt") VALUES (p_new, p_member, p_at)
  ON CONFLICT ("memberId") DO UPDATE SET "updatedAt" = p_at RETURNING c."id" INTO cart;
  IF p_digest IS NOT NULL THEN PERFORM take_guest_cart(cart, p_digest, p_most_lines); END IF;
  RETURN cart;
END $$;

-- Puts pieces of a variant into a cart (p_add), or says how many of one that is in it are wanted, none of them taking it out. Answers what came of it
-- (done, not-sold, sold-out, cart-full, most-pieces, not-in-cart) and how many pieces the cart has then.
CREATE OR REPLACE FUNCTION change_cart(p_member uuid, p_digest text, p_new uuid, p_variant uuid, p_add boolean, p_quantity int, p_most_lines int,
  p_most_pieces int, p_at timestamptz) RETURNS TABLE (outcome text, units int) LANGUAGE plpgsql AS $$
DECLARE
  cart uuid := open_cart(p_member, p_digest, p_new, p_most_lines, p_at);
  had int;
  sold record;
BEGIN
  SELECT l."quantity" INTO had FROM "CartLine" l WHERE l."cartId" = cart AND l."variantId" = p_variant;
  outcome := 'done';
  IF p_add THEN
    SELECT s."units", s."inShop" AND v."retiredAt" IS NULL AND p."status" = 'ACTIVE' AS sells INTO sold
    FROM stock.open_variant s JOIN catalog.variant v ON v."id" = s."variantId" JOIN catalog.product p ON p."id" = v."productId" WHERE s."variantId" = p_variant;
    IF NOT FOUND OR NOT sold.sells THEN outcome := 'not-sold';
    ELSIF sold."units" < 1 THEN outcome := 'sold-out';
    ELSIF had IS NULL AND (SELECT count(*) FROM "CartLine" l WHERE l."cartId" = cart) >= p_most_lines THEN outcome := 'cart-full';
    ELSIF coalesce(had, 0) + p_quantity > p_most_pieces THEN outcome := 'most-pieces';
    ELSE
      INSERT INTO "CartLine" AS l ("cartId", "variantId", "quantity", "seenAt") VALUES (cart, p_variant, p_quantity, p_at)
      ON CONFLICT ("cartId", "variantId") DO UPDATE SET "quantity" = l."quantity" + EXCLUDED."quantity", "seenAt" = p_at;
    END IF;
  ELSIF had IS NULL THEN outcome := CASE WHEN p_quantity = 0 THEN 'done' ELSE 'not-in-cart' END;
  ELSIF p_quantity = 0 THEN DELETE FROM "CartLine" l WHERE l."cartId" = cart AND l."variantId" = p_variant;
  ELSE UPDATE "CartLine" l SET "quantity" = least(p_quantity, p_most_pieces), "seenAt" = p_at WHERE l."cartId" = cart AND l."variantId" = p_variant;
  END IF;
  IF outcome = 'done' THEN UPDATE "Cart" c SET "version" = c."version" + 1 WHERE c."id" = cart; END IF;
  SELECT coalesce(sum(l."quantity"), 0)::int INTO units FROM "CartLine" l WHERE l."cartId" = cart;
  RETURN NEXT;
END $$;

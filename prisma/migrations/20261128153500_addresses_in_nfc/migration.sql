-- Parts of addresses are read in Unicode's form NFC, so that is how they are kept. One that is taken in that form stays as it is.
UPDATE "Product" p SET "handle" = normalize(p."handle", NFC)
WHERE p."handle" IS NOT NFC NORMALIZED AND NOT EXISTS (SELECT 1 FROM "Product" o WHERE o."handle" = normalize(p."handle", NFC));
UPDATE "Board" b SET "slug" = normalize(b."slug", NFC)
WHERE b."slug" IS NOT NFC NORMALIZED AND NOT EXISTS (SELECT 1 FROM "Board" o WHERE o."slug" = normalize(b."slug", NFC));
UPDATE "Drop" d SET "slug" = normalize(d."slug", NFC)
WHERE d."slug" IS NOT NFC NORMALIZED AND NOT EXISTS (SELECT 1 FROM "Drop" o WHERE o."slug" = normalize(d."slug", NFC));
UPDATE "Release" r SET "slug" = normalize(r."slug", NFC)
WHERE r."slug" IS NOT NFC NORMALIZED AND NOT EXISTS (SELECT 1 FROM "Release" o WHERE o."slug" = normalize(r."slug", NFC));
UPDATE "Thread" SET "slug" = normalize("slug", NFC) WHERE "slug" IS NOT NFC NORMALIZED;

DROP TABLE "EmailCode";
DROP TYPE "CodePurpose";

CREATE TYPE "CodePurpose" AS ENUM ('SIGN_UP', 'RESET_PASSWORD', 'CHANGE_EMAIL');

CREATE TABLE "EmailCode" (
    "id" UUID NOT NULL,
    "purpose" "CodePurpose" NOT NULL,
    "email" TEXT NOT NULL,
    "memberId" UUID,
    "handle" TEXT,
    "name" TEXT,
    "passwordHash" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "codeHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EmailCode_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "TrustGrant" (
    "memberId" UUID NOT NULL,
    "level" INTEGER NOT NULL,
    "byId" UUID,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TrustGrant_pkey" PRIMARY KEY ("memberId")
);

CREATE INDEX "Member_lastSeenAt_idx" ON "Member"("lastSeenAt");
CREATE INDEX "EmailCode_memberId_idx" ON "EmailCode"("memberId");
CREATE INDEX "EmailCode_expiresAt_idx" ON "EmailCode"("expiresAt");

ALTER TABLE "EmailCode" ADD CONSTRAINT "EmailCode_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "TrustGrant" ADD CONSTRAINT "TrustGrant_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "TrustGrant" ADD CONSTRAINT "TrustGrant_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand:
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "Member_search_idx" ON "Member" USING gin ((lower("handle" || ' ' || "name")) gin_trgm_ops);

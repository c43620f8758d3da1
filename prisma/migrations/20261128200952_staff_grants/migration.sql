-- CreateTable
CREATE TABLE "StaffRole" (
    "key" TEXT NOT NULL,
    "builtIn" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT,
    "nameZh" TEXT,
    "permissions" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StaffRole_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Grant" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "roleKey" TEXT NOT NULL,
    "scopeType" TEXT,
    "scopeId" TEXT,
    "until" TIMESTAMPTZ(3),
    "grantedById" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Grant_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Grant_roleKey_idx" ON "Grant"("roleKey");

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_roleKey_fkey" FOREIGN KEY ("roleKey") REFERENCES "StaffRole"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_grantedById_fkey" FOREIGN KEY ("grantedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The built-in roles, and the roles that members hold.
INSERT INTO "StaffRole" ("key", "builtIn", "permissions", "at")
SELECT role, true, '{}', now() FROM unnest(ARRAY['MODERATOR', 'PRODUCT_OWNER', 'OPERATIONS', 'SUPPORT', 'ADMIN']) role;

INSERT INTO "Grant" ("id", "memberId", "roleKey", "grantedById", "reason", "at")
SELECT gen_random_uuid(), "memberId", "role"::text, "grantedById", "reason", "at" FROM "MemberRole";

-- DropTable
DROP TABLE "MemberRole";

-- DropEnum
DROP TYPE "Role";

CREATE SCHEMA IF NOT EXISTS members;

-- Who is staff, and until when: the roles that members hold everywhere. What has run out is among them.
CREATE VIEW members.staff_grant AS
SELECT g."memberId", g."until" FROM "Grant" g WHERE g."scopeType" IS NULL;

-- By hand: one grant of a role to a member in one scope; what is looked up for each request begins with the member.
CREATE UNIQUE INDEX "Grant_memberId_roleKey_scope_key" ON "Grant" ("memberId", "roleKey", (coalesce("scopeType", '')), (coalesce("scopeId", '')));

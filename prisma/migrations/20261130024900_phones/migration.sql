DROP VIEW members.person;

-- CreateEnum
CREATE TYPE "PhonePurpose" AS ENUM ('ENTER', 'ADD', 'PROVE');

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "phone" TEXT,
ADD COLUMN     "phoneProvedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "PhoneCode" (
    "id" UUID NOT NULL,
    "purpose" "PhonePurpose" NOT NULL,
    "phone" TEXT NOT NULL,
    "memberId" UUID,
    "codeHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "provedAt" TIMESTAMPTZ(3),
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PhoneCode_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PhoneCode_memberId_idx" ON "PhoneCode"("memberId");

-- CreateIndex
CREATE INDEX "PhoneCode_phone_idx" ON "PhoneCode"("phone");

-- CreateIndex
CREATE INDEX "PhoneCode_expiresAt_idx" ON "PhoneCode"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Member_phone_key" ON "Member"("phone");

-- AddForeignKey
ALTER TABLE "PhoneCode" ADD CONSTRAINT "PhoneCode_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Members as everyone may see them, with what tells whether they are spoken to and in which language. Customers without an account are
-- nobody else's business, and are not among them.
CREATE VIEW members.person AS
SELECT m."id", m."handle", m."name", m."avatar", m."locale", m."trust", (m."emailVerifiedAt" IS NOT NULL OR m."phone" IS NOT NULL) AS "confirmed", m."createdAt" FROM "Member" m
WHERE m."handle" IS NOT NULL;

-- By hand: a number stands there only where it was proved, and customers have none.
ALTER TABLE "Member" ADD CONSTRAINT "Member_phone_check" CHECK (("phone" IS NULL) = ("phoneProvedAt" IS NULL));
ALTER TABLE "Member" ADD CONSTRAINT "Member_customer_phone_check" CHECK ("handle" IS NOT NULL OR "phone" IS NULL);

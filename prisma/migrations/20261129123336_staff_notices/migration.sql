-- CreateTable
CREATE TABLE "StaffDigest" (
    "kind" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StaffDigest_pkey" PRIMARY KEY ("kind")
);

-- CreateTable
CREATE TABLE "StaffNoticeChoice" (
    "memberId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "channels" TEXT[],

    CONSTRAINT "StaffNoticeChoice_pkey" PRIMARY KEY ("memberId","kind")
);

-- CreateTable
CREATE TABLE "StaffWebhook" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "disabledAt" TIMESTAMPTZ(3),

    CONSTRAINT "StaffWebhook_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "StaffWebhook_memberId_key" ON "StaffWebhook"("memberId");

-- AddForeignKey
ALTER TABLE "StaffNoticeChoice" ADD CONSTRAINT "StaffNoticeChoice_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffWebhook" ADD CONSTRAINT "StaffWebhook_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "NewsConsent" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "NewsConsent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "NewsConsent_askedAt_idx" ON "NewsConsent"("askedAt");

-- CreateIndex
CREATE INDEX "NewsConsent_leftAt_idx" ON "NewsConsent"("leftAt");

-- By hand: an address is on the list, or about to be, once.
CREATE UNIQUE INDEX "NewsConsent_one_live" ON "NewsConsent"("email") WHERE "leftAt" IS NULL;

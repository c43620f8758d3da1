-- By hand: who is on the list for news, the latest first, as staff read it.
CREATE INDEX "NewsConsent_listed_idx" ON "NewsConsent" ("confirmedAt", "id") WHERE "confirmedAt" IS NOT NULL AND "leftAt" IS NULL;

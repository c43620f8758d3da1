import type { Ctx } from '@/lib/core/context';
import { uuid7 } from '@/lib/core/ids';
import type { Locale } from '@/lib/core/locale';

/**
 * Keeps that somebody typed an address to get news, with the wording that they agreed to; the worker mails it. Answers nothing, since
 * nobody may learn whether the address is known.
 */
export async function askForNews(
  ctx: Ctx,
  { email, locale, wording }: { email: string; locale: Locale; wording: string },
): Promise<void> {
  // A confirmed consent stays as it was given.
  const [row] = await ctx.db.$queryRaw<{ id: string }[]>`
    INSERT INTO "NewsConsent" AS n ("id", "email", "locale", "wording", "askedAt")
    VALUES (${uuid7(ctx.now)}::uuid, ${email}, ${locale}, ${wording}, ${ctx.now}::timestamptz)
    ON CONFLICT ("email") WHERE "leftAt" IS NULL DO UPDATE SET
      "locale" = CASE WHEN n."confirmedAt" IS NULL THEN EXCLUDED."locale" ELSE n."locale" END,
      "wording" = CASE WHEN n."confirmedAt" IS NULL THEN EXCLUDED."wording" ELSE n."wording" END,
      "askedAt" = CASE WHEN n."confirmedAt" IS NULL THEN EXCLUDED."askedAt" ELSE n."askedAt" END
    RETURNING "id"`;
  await ctx.emit('news.asked', { consentId: row!.id });
}

import type { Ctx } from '@/lib/core/context';
import { enqueueEach } from '@/lib/core/jobs';
import type { Locale } from '@/lib/core/locale';

import { sendMailJob } from './jobs';
import type { Rendered } from './render-mail';

/** A mail as it is kept until it is sent. One reason has one key and is mailed once. */
export type Letter = Rendered & {
  key: string;
  to: string;
  locale: Locale;
  memberId: string | null;
  /** Where its reader leaves the list that it was sent to. */
  leave?: string;
};

/** Writes mails of one kind and puts them into the queue, in the caller's commit: two statements, however many they are. */
export async function writeMails(
  ctx: Ctx,
  kind: string,
  at: Date,
  letters: readonly Letter[],
  secret = false,
): Promise<void> {
  const written = await ctx.db.$queryRaw<{ mailId: string }[]>`
    INSERT INTO "Mail" ("id", "key", "kind", "memberId", "to", "locale", "subject", "text", "html", "leave", "createdAt", "secret")
    SELECT gen_random_uuid(), letter.key, ${kind}, letter.member, letter."to", letter.locale, letter.subject, letter.text, letter.html, letter.leave, ${at}::timestamptz, ${secret}::boolean
    FROM unnest(${letters.map(({ key }) => key)}::text[], ${letters.map(({ memberId }) => memberId)}::uuid[], ${letters.map(({ to }) => to)}::text[],
      ${letters.map(({ locale }) => locale)}::text[], ${letters.map(({ subject }) => subject)}::text[], ${letters.map(({ text }) => text)}::text[],
      ${letters.map(({ html }) => html)}::text[], ${letters.map(({ leave }) => leave ?? null)}::text[]) AS letter(key, member, "to", locale, subject, text, html, leave)
    ON CONFLICT DO NOTHING RETURNING "id" AS "mailId"`;
  await enqueueEach(ctx.db, sendMailJob, written);
}

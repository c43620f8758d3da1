import type { Ctx } from '@/lib/core/context';
import type { Happened } from '@/lib/core/events';
import type { Locale } from '@/lib/core/locale';
import { log } from '@/lib/core/log';
import type { Notice } from '@/lib/core/notices';

import { renderMail } from './render-mail';
import { storable, type Words } from './schema';
import { writeMails } from './write-mails';

/** What of an event a notice of it keeps: its id and its time. */
export type Occasion = Pick<Happened, 'id' | 'at'>;

/** A member who is sent a notice, and what fills its sentences for them. */
export type Recipient<D extends object, M extends object | undefined> = {
  memberId: string;
  data: D;
} & (M extends undefined ? { mailData?: undefined } : { mailData: M });

// A recipient whose data were checked, and are stored and rendered as they are.
type Filled = { memberId: string; data: Words; mailData: Words; path?: string };

const atOnce = 1_000;

/**
 * Sends a notice of an event to one member or to many, in the channels that it declares and at the time of the event. The same event
 * sends it to the same member once only. Each table is written by one statement for a thousand recipients, in the caller's commit.
 */
export async function notify<D extends object, M extends object | undefined>(
  ctx: Ctx,
  notice: Notice<string, D, M>,
  occasion: Occasion,
  recipients: readonly Recipient<D, M>[],
): Promise<void> {
  const filled = eachThatWorks(notice.kind, recipients, (recipient) => fill(notice, recipient));
  for (let from = 0; from < filled.length; from += atOnce) {
    const batch = filled.slice(from, from + atOnce);
    if (notice.channels.includes('app')) await writeNotifications(ctx, notice.kind, occasion, batch);
    if (notice.channels.includes('mail')) await mailMembers(ctx, notice.kind, occasion, batch);
  }
}

// Only what is declared is kept, and nothing that the database or a sentence cannot take.
function fill<D extends object, M extends object | undefined>(
  { data: schema, mailData: mailSchema, path }: Notice<string, D, M>,
  { memberId, data: given, mailData }: Recipient<D, M>,
): Filled {
  const data = schema.parse(given);
  return {
    memberId,
    data: storable(data as Words),
    mailData: storable((mailSchema?.parse(mailData) ?? {}) as Words),
    path: path?.(data),
  };
}

// Members who have left meanwhile are passed over by the join.
async function writeNotifications(ctx: Ctx, kind: string, occasion: Occasion, batch: Filled[]): Promise<void> {
  await ctx.db.$executeRaw`
    INSERT INTO "Notification" ("id", "memberId", "kind", "data", "path", "eventId", "createdAt")
    SELECT gen_random_uuid(), given.member, ${kind}, given.data::jsonb, given.path, ${occasion.id}::uuid, ${occasion.at}::timestamptz
    FROM unnest(${batch.map(({ memberId }) => memberId)}::uuid[], ${batch.map(({ data }) => JSON.stringify(data))}::text[],
      ${batch.map(({ path }) => path)}::text[]) AS given(member, data, path)
      JOIN members.person m ON m."id" = given.member
    ON CONFLICT DO NOTHING`;
}

// Members without a proved address get no mail.
async function mailMembers(ctx: Ctx, kind: string, { id, at }: Occasion, batch: Filled[]): Promise<void> {
  const readers = await ctx.db.$queryRaw<{ id: string; name: string; email: string; locale: string }[]>`
    SELECT m."id", m."name", m."email", m."locale" FROM members.mailbox m
    WHERE m."id" = ANY(${batch.map(({ memberId }) => memberId)}::uuid[]) AND m."email" IS NOT NULL AND m."emailVerifiedAt" IS NOT NULL`;
  const filled = new Map(batch.map((each) => [each.memberId, each]));
  const letters = eachThatWorks(kind, readers, ({ id: memberId, name, email, locale: language }) => {
    const { data, mailData, path } = filled.get(memberId)!;
    const locale: Locale = language === 'zh' ? 'zh' : 'en';
    const rendered = renderMail({ kind }, { locale, name }, { data: { ...data, ...mailData }, path });
    return { ...rendered, key: `${id}:${memberId}:${kind}`, to: email, locale, memberId };
  });
  await writeMails(ctx, kind, at, letters);
}

// What is made for each recipient. One for whom it fails is logged and left out, so that the others get theirs; if it fails for
// all of them, the notice itself is wrong, and the failure is thrown.
function eachThatWorks<T, R>(kind: string, given: readonly T[], make: (one: T) => R): R[] {
  const made: R[] = [];
  const failures: unknown[] = [];
  for (const one of given) {
    try {
      made.push(make(one));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0 && made.length === 0) throw failures[0];
  if (failures.length > 0) log.error({ err: failures[0], kind, failed: failures.length }, 'notice not sent to some');
  return made;
}

import { system } from '@/lib/core/actor';
import { inTransaction, type Ctx } from '@/lib/core/context';
import { localeFrom } from '@/lib/core/locale';

import { eachThatWorks } from './each-that-works';
import { currentVoice } from './current-voice';
import type { NoticePart } from './jobs';
import { renderMail } from './render-mail';
import { writeMails } from './write-mails';

/** Writes a notice to some of its recipients, in the channels that it declares. */
export async function writePart(ctx: Ctx, part: NoticePart): Promise<void> {
  if (part.recipients.length === 0) return;
  if (part.channels.includes('app')) await writeNotifications(ctx, part);
  if (part.channels.includes('mail')) await mailMembers(ctx, part);
}

/** The same in a transaction of its own. A second run writes nothing twice. */
export async function writeQueuedPart(part: NoticePart): Promise<void> {
  await inTransaction(system, (ctx) => writePart(ctx, part));
}

// Members who have left meanwhile are passed over by the join.
async function writeNotifications(ctx: Ctx, { kind, id, at, recipients }: NoticePart): Promise<void> {
  await ctx.db.$executeRaw`
    INSERT INTO "Notification" ("id", "memberId", "kind", "data", "path", "eventId", "createdAt")
    SELECT gen_random_uuid(), given.member, ${kind}, given.data::jsonb, given.path, ${id}::uuid, ${at}::timestamptz
    FROM unnest(${recipients.map(({ memberId }) => memberId)}::uuid[], ${recipients.map(({ data }) => JSON.stringify(data))}::text[],
      ${recipients.map(({ path }) => path ?? null)}::text[]) AS given(member, data, path)
      JOIN members.person m ON m."id" = given.member
    ON CONFLICT DO NOTHING`;
}

type Reader = { id: string; name: string; email: string; locale: string };

// Each in its reader's language. Members without a proved address get no mail, but where they gave one for what it is about.
async function mailMembers(ctx: Ctx, { kind, id, at, recipients }: NoticePart): Promise<void> {
  const known = recipients.filter(({ mailbox }) => !mailbox).map(({ memberId }) => memberId);
  const given = recipients.flatMap(({ memberId, mailbox }): Reader[] =>
    mailbox ? [{ id: memberId, name: mailbox.name, email: mailbox.to, locale: mailbox.locale }] : [],
  );
  const members = await ctx.db.$queryRaw<Reader[]>`
    SELECT m."id", m."name", m."email", m."locale" FROM members.mailbox m
    WHERE m."id" = ANY(${known}::uuid[]) AND m."email" IS NOT NULL AND m."emailVerifiedAt" IS NOT NULL`;
  const readers = [...members, ...given];
  const voice = await currentVoice(ctx.db);
  const filled = new Map(recipients.map((each) => [each.memberId, each]));
  const letters = eachThatWorks(kind, readers, ({ id: memberId, name, email, locale: language }) => {
    const { data, mailData, mailbox, path: own } = filled.get(memberId)!;
    const [locale, path] = [localeFrom(language), mailbox?.path ?? own];
    const rendered = renderMail({ kind }, { locale, name }, { data: { ...data, ...mailData }, path }, voice);
    return { ...rendered, key: `${id}:${memberId}:${kind}`, to: email, locale, memberId };
  });
  await writeMails(ctx, kind, new Date(at), letters);
}

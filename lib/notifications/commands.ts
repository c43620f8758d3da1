import { randomUUID } from 'node:crypto';

import type { Ctx } from '@/lib/core/context';
import { enqueueEach } from '@/lib/core/jobs';
import type { Locale } from '@/lib/core/locale';

import { renderMail } from './render-mail';
import { sendMailJob } from './jobs';
import type { DataOf, Kind } from './kinds';
import { storable } from './schema';

export { markRead } from './mark-read';

type Told<K, D> = { memberId: string; kind: K; path: string; eventId: string } & D;

/** Tells a member something in the app, at the time of its event; the same event and kind tells them once only. */
export async function notify<K extends Kind<'app'>>(
  ctx: Ctx,
  { memberId, kind, data = {}, path, eventId }: Told<K, DataOf<K, 'app'>>,
): Promise<void> {
  await ctx.db.$executeRaw`
    INSERT INTO "Notification" ("id", "memberId", "kind", "data", "path", "eventId", "createdAt")
    VALUES (${randomUUID()}::uuid, ${memberId}::uuid, ${kind}, ${JSON.stringify(storable(data))}::jsonb, ${path}, ${eventId}::uuid,
      coalesce((SELECT "at" FROM "Event" WHERE "id" = ${eventId}::uuid), ${ctx.now}))
    ON CONFLICT DO NOTHING`;
}

type Mailing<K extends Kind<'mail'>> = {
  /** One reason, one mail: a second with the same key is not written. */
  key: string;
  kind: K;
  /** Where the mail's button leads, without the language. */
  path?: string;
} & DataOf<K, 'mail'> &
  Reader;

type Reader = { memberId: string; to?: string } | { memberId?: undefined; to: string; locale: Locale };

/** Writes a mail in its reader's language and puts it into the queue, in the caller's commit. Members without a proved address get none. */
export async function mail<K extends Kind<'mail'>>(ctx: Ctx, mailing: Mailing<K>): Promise<void> {
  const address = await addressOf(ctx, mailing);
  if (!address) return;
  const { key, kind, data = {}, path } = mailing;
  const { subject, text, html } = renderMail({
    kind,
    data: storable(data),
    path,
    locale: address.locale,
    name: address.name,
  });
  const rows = await ctx.db.mail.createManyAndReturn({
    data: [
      {
        key,
        kind,
        subject,
        text,
        html,
        to: address.to,
        locale: address.locale,
        memberId: mailing.memberId,
        createdAt: ctx.now,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  await enqueueEach(
    ctx.db,
    sendMailJob,
    rows.map(({ id: mailId }) => ({ mailId })),
  );
}

async function addressOf(ctx: Ctx, mailing: Reader): Promise<{ to: string; locale: Locale; name: string } | null> {
  if (mailing.memberId === undefined) return { to: mailing.to, locale: mailing.locale, name: '' };
  const member = await ctx.db.member.findUnique({
    where: { id: mailing.memberId },
    select: { name: true, email: true, emailVerifiedAt: true, locale: true },
  });
  const to = mailing.to ?? (member?.emailVerifiedAt ? member.email : null);
  return member && to ? { to, locale: member.locale === 'zh' ? 'zh' : 'en', name: member.name } : null;
}

/** Tells a member something in the app and by mail, once for its event. */
export async function tell<K extends Kind<'app'> & Kind<'mail'>>(
  ctx: Ctx,
  told: Told<K, DataOf<K, 'app' | 'mail'>>,
): Promise<void> {
  await notify(ctx, told as Told<K, DataOf<K, 'app'>>);
  const { memberId, kind, data, path, eventId } = told;
  await mail(ctx, { key: `${eventId}:${memberId}:${kind}`, memberId, kind, data, path } as Mailing<K>);
}

import type { Ctx } from '@/lib/core/context';
import { enqueueEach } from '@/lib/core/jobs';
import { locales, type Locale } from '@/lib/core/locale';

import type { DataOf, Kind } from './kinds';
import { renderMail } from './render-mail';
import { storable, type Words } from './schema';
import { sendMailJob } from './jobs';

type Told<K = string, D = { data?: Words }> = { memberIds: string[]; kind: K; path: string; eventId: string } & D;

export type ToldMany<K extends Kind<'app'> & Kind<'mail'>> = Told<K, DataOf<K, 'app' | 'mail'>>;

/** Tells many members the same in the app and by mail, once for the event: a handful of statements, however many they are. */
export async function tellMany<K extends Kind<'app'> & Kind<'mail'>>(ctx: Ctx, given: ToldMany<K>): Promise<void> {
  if (given.memberIds.length === 0) return;
  const told = { ...given, data: storable(given.data) };
  await notifyAll(ctx, told);
  for (const locale of locales) await mailAll(ctx, told, locale);
}

async function notifyAll(ctx: Ctx, { memberIds, kind, data = {}, path, eventId }: Told): Promise<void> {
  await ctx.db.$executeRaw`
    INSERT INTO "Notification" ("id", "memberId", "kind", "data", "path", "eventId", "createdAt")
    SELECT gen_random_uuid(), m."id", ${kind}, ${JSON.stringify(data)}::jsonb, ${path}, ${eventId}::uuid, ${ctx.now}
    FROM "Member" m WHERE m."id" = ANY(${memberIds}::uuid[]) ON CONFLICT DO NOTHING`;
}

// One text for all readers of a language, so without their names.
async function mailAll(ctx: Ctx, { memberIds, kind, data = {}, path, eventId }: Told, locale: Locale): Promise<void> {
  const { subject, text, html } = renderMail({ kind, data, path, locale, name: '' });
  const written = await ctx.db.$queryRaw<{ mailId: string }[]>`
    INSERT INTO "Mail" ("id", "key", "kind", "memberId", "to", "locale", "subject", "text", "html", "createdAt")
    SELECT gen_random_uuid(), ${eventId} || ':' || m."id" || ':' || ${kind}, ${kind}, m."id", m."email", ${locale}, ${subject}, ${text}, ${html}, ${ctx.now}
    FROM "Member" m
    WHERE m."id" = ANY(${memberIds}::uuid[]) AND m."email" IS NOT NULL AND m."emailVerifiedAt" IS NOT NULL
      AND (m."locale" = 'zh') = ${locale === 'zh'}
    ON CONFLICT DO NOTHING RETURNING "id" AS "mailId"`;
  await enqueueEach(ctx.db, sendMailJob, written);
}

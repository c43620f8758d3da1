import type { Ctx } from '@/lib/core/context';
import { enqueueEach } from '@/lib/core/jobs';

import type { DataOf, Kind } from './kinds';
import { renderMail } from './render-mail';
import { storable, type Words } from './schema';
import { sendMailJob } from './jobs';

type Each<D> = { memberId: string; path: string } & D;
type Told<K, D> = { kind: K; eventId: string; each: Each<D>[] };
type Mailed = Told<string, { data?: Words }>;

const atOnce = 1_000;

/** Tells many members the same kind of thing in the app, each with words of their own: one statement for a thousand, once for the event. */
export async function notifyEach<K extends Kind<'app'>>(
  ctx: Ctx,
  { kind, eventId, each }: Told<K, DataOf<K, 'app'>>,
): Promise<void> {
  for (let from = 0; from < each.length; from += atOnce) {
    const part = each.slice(from, from + atOnce);
    await ctx.db.$executeRaw`
      INSERT INTO "Notification" ("id", "memberId", "kind", "data", "path", "eventId", "createdAt")
      SELECT gen_random_uuid(), told.member, ${kind}, told.data::jsonb, told.path, ${eventId}::uuid,
        coalesce((SELECT "at" FROM "Event" WHERE "id" = ${eventId}::uuid), ${ctx.now})
      FROM unnest(${part.map(({ memberId }) => memberId)}::uuid[], ${part.map(({ data }) => JSON.stringify(storable(data)))}::text[],
        ${part.map(({ path }) => path)}::text[]) AS told(member, data, path)
        JOIN "Member" m ON m."id" = told.member
      ON CONFLICT DO NOTHING`;
  }
}

/** Tells many members in the app and by mail, each with words of their own. */
export async function tellEach<K extends Kind<'app'> & Kind<'mail'>>(
  ctx: Ctx,
  told: Told<K, DataOf<K, 'app' | 'mail'>>,
): Promise<void> {
  await notifyEach(ctx, told as Told<K, DataOf<K, 'app'>>);
  for (let from = 0; from < told.each.length; from += atOnce)
    await mailEach(ctx, { ...told, each: told.each.slice(from, from + atOnce) });
}

async function mailEach(ctx: Ctx, { kind, eventId, each }: Mailed): Promise<void> {
  const readers = await ctx.db.member.findMany({
    where: { id: { in: each.map(({ memberId }) => memberId) }, email: { not: null }, emailVerifiedAt: { not: null } },
    select: { id: true, name: true, email: true, locale: true },
  });
  const told = new Map(each.map((one) => [one.memberId, one]));
  const data = readers.map(({ id, name, email, locale: language }) => {
    const { data, path } = told.get(id)!;
    const locale = language === 'zh' ? ('zh' as const) : ('en' as const);
    const sentences = renderMail({ kind, data: storable(data), path, locale, name });
    return {
      ...sentences,
      key: `${eventId}:${id}:${kind}`,
      kind,
      to: email!,
      locale,
      memberId: id,
      createdAt: ctx.now,
    };
  });
  const written = await ctx.db.mail.createManyAndReturn({ data, skipDuplicates: true, select: { id: true } });
  await enqueueEach(
    ctx.db,
    sendMailJob,
    written.map(({ id: mailId }) => ({ mailId })),
  );
}

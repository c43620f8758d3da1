/** What a new domain writes and reads, what follows, and the entry points of its forms. */
import type { Names } from './names';

export const workFiles = (names: Names): Record<string, string> => ({
  ...written(names),
  ...asked(names),
  ...followed(names),
});

const written = ({ domain, file, one, table }: Names): Record<string, string> => ({
  [`lib/${domain}/commands/add-${file}.ts`]: `import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';

import { limits } from '../limits';
import { refusalToAdd } from '../policy';
import { add${table}Input, type Add${table} } from '../schema';

/** Adds one for the member who asks; refused for guests, for members whose address is not confirmed, and 20 times an hour at most. */
export async function add${table}(ctx: Ctx, input: Add${table}): Promise<{ id: string }> {
  const refusal = refusalToAdd(ctx.actor);
  const owner = memberId(ctx.actor);
  if (refusal || !owner) throw new Refused(refusal ?? 'signed-out');
  const { body } = add${table}Input.parse(input);
  await spend(ctx.db, limits.add, owner, ctx.now);
  const added = await ctx.db.${one}.create({
    data: { memberId: owner, body, createdAt: ctx.now },
    select: { id: true },
  });
  await ctx.emit('${one}.added', { ${one}Id: added.id });
  return added;
}
`,
});

const asked = ({ domain, one, table, plural }: Names): Record<string, string> => ({
  [`lib/${domain}/queries/index.ts`]: `import { memberId } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import type { Cursor } from '@/lib/core/cursor';
import { namedHandle } from '@/lib/members/published';

const perPage = 20;
const newestFirst = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];
const decided = { select: { outcome: true, reason: true, decidedAt: true } } as const;
const shown = { id: true, body: true, createdAt: true, decision: decided } as const;

/** What the actor added, the newest first, one page of it. */
export async function listOwn${plural}({ db, actor }: Reading, after?: Cursor | null) {
  const owner = memberId(actor);
  if (!owner) return onePage([]);
  const where = { memberId: owner, ...olderThan(after) };
  return onePage(await db.${one}.findMany({ where, orderBy: newestFirst, take: perPage + 1, select: shown }));
}

/** What all members added, for staff: the newest first, one page of it. */
export async function list${plural}({ db }: Pick<Reading, 'db'>, after?: Cursor | null) {
  const select = { ...shown, member: { select: namedHandle } } as const;
  return onePage(
    await db.${one}.findMany({ where: olderThan(after), orderBy: newestFirst, take: perPage + 1, select }),
  );
}

export type ${table}Row = Awaited<ReturnType<typeof listOwn${plural}>>['rows'][number] & {
  member?: Awaited<ReturnType<typeof list${plural}>>['rows'][number]['member'];
};
export type ${plural}Page = { rows: ${table}Row[]; last: Cursor | null };

/** One with the fields of its notices. */
export async function get${table}ForNotice({ db }: Pick<Reading, 'db'>, { ${one}Id }: { ${one}Id: string }) {
  return db.${one}.findUnique({ where: { id: ${one}Id }, select: { memberId: true, body: true, decision: decided } });
}

const olderThan = (place?: Cursor | null) =>
  place ? { OR: [{ createdAt: { lt: place.at } }, { createdAt: place.at, id: { lt: place.id } }] } : {};

/** The rows of one page, and where the next one begins, if there is one: one row more than a page was asked for. */
function onePage<Row extends { id: string; createdAt: Date }>(found: Row[]) {
  const rows = found.slice(0, perPage);
  const end = found.length > perPage ? rows.at(-1) : undefined;
  return { rows, last: end ? { at: end.createdAt, id: end.id } : null };
}
`,
});

const followed = ({ domain, file, one, table, many }: Names): Record<string, string> => ({
  [`lib/flows/${domain}/on-${file}-added.ts`]: `import type { RecordedEvent } from '@/lib/core/events';
import { ${many}Notices } from '@/lib/${domain}/notices';
import { get${table}ForNotice } from '@/lib/${domain}/queries';
import { notifyOf } from '@/lib/notifications/notify-of';

type Added = RecordedEvent<'${one}.added'>;

/** Tells the member that it has been added. */
export const tellOf${table} = notifyOf(${many}Notices['${one}.added'], async (ctx, { payload }: Added) => {
  const found = await get${table}ForNotice(ctx, payload);
  return found && { memberId: found.memberId, data: { body: found.body } };
});
`,
  [`lib/flows/${domain}/worker-part.ts`]: `import type { WorkerPart } from '@/lib/core/worker-part';

import { tellOf${table} } from './on-${file}-added';
import { tellOf${table}Decision } from './on-${file}-decided';

export const ${many}FlowsWorker: WorkerPart = {
  reactions: { '${one}.added': { tellOf${table} }, '${one}.decided': { tellOf${table}Decision } },
};
`,
  [`app/actions/${domain}.ts`]: `'use server';

import { transact } from '@/lib/core/context';
import { add${table}, decide${table} } from '@/lib/${domain}/commands';
import { add${table}Input, decide${table}Input } from '@/lib/${domain}/schema';
import { action, confirmed, staff } from '@/lib/web/action';

export const add${table}Action = action(add${table}Input, confirmed, transact(add${table}));

export const decide${table}Action = action(decide${table}Input, staff('${domain}.decide'), transact(decide${table}));
`,
});

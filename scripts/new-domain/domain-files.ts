/** The files of `lib/<domain>/`, of its flows, its action and its table. */
import type { Names } from './names';

export const domainFiles = (names: Names): Record<string, string> => ({
  ...declared(names),
  ...decided(names),
  ...written(names),
  ...asked(names),
  ...followed(names),
});

const declared = ({ domain, table, many, title }: Names): Record<string, string> => ({
  [`prisma/schema/${domain}.prisma`]: `/// A text that a member added to ${title.toLowerCase()}.
model ${table} {
  id        String   @id @default(uuid(7)) @db.Uuid
  memberId  String   @db.Uuid
  body      String
  createdAt DateTime @db.Timestamptz(3)
  member    Member   @relation(fields: [memberId], references: [id])

  @@index([memberId, createdAt, id])
  @@index([createdAt, id])
}
`,
  [`lib/${domain}/README.md`]: `# ${title}

- **Nouns:** ${table}: a text that a member adds.
- **States:** none yet; a state is a row with an actor, a time and a reason.
- **Who may what:** members whose address is confirmed add their own and read them; staff with \`${domain}.read\` read all.
- **Others may read:** nothing yet; publish a view in \`prisma/views/${domain}/\`.
`,
  [`lib/${domain}/domain.ts`]: `import type { Domain } from '@/lib/core/domain';

import { ${many}Permissions } from './permissions';

export const ${many}Domain = {
  name: '${domain}',
  memberSegments: ['${domain}'],
  permissions: ${many}Permissions,
  staffSections: [{ name: '${domain}', permission: '${domain}.read' }],
} as const satisfies Domain;
`,
  [`lib/${domain}/permissions.ts`]: `import type { DomainPermissions } from '@/lib/core/permissions';

/** What staff may do in this domain, and which built-in roles hold it; an admin holds all of it. */
export const ${many}Permissions = {
  '${domain}.read': ['SUPPORT'],
} as const satisfies DomainPermissions;

type Named = Record<keyof typeof ${many}Permissions, true>;

declare module '@/lib/core/permissions' {
  interface Permissions extends Named {}
}
`,
  [`lib/${domain}/paths.ts`]: `import { path } from '@/lib/core/paths';

/** Paths of this domain's pages, without their language. */
export const ${many}Paths = {
  ${many}: () => path('${domain}'),
} as const;
`,
  [`lib/${domain}/schema.ts`]: `import { z } from 'zod';

import { multiLine } from '@/lib/core/fields';

export const add${table}Input = z.object({ body: multiLine(1_000) });
export type Add${table} = z.input<typeof add${table}Input>;
`,
});

const decided = ({ domain, file, one, table, many }: Names): Record<string, string> => ({
  [`lib/${domain}/policy.ts`]: `import { isMember, type Actor } from '@/lib/core/actor';

/** Why the actor may not add one, as the refusal's code; null when they may. */
export function refusalToAdd(actor: Actor): string | null {
  if (!isMember(actor)) return 'signed-out';
  return actor.confirmed ? null : 'unconfirmed';
}
`,
  [`lib/${domain}/limits.ts`]: `import type { Limit } from '@/lib/core/limits';

/** How many times in how many seconds. */
export const limits = {
  add: { name: 'add-${file}', count: 20, seconds: 3600 },
} as const satisfies Record<string, Limit>;
`,
  [`lib/${domain}/events.ts`]: `/** What happens in this domain, and what each event carries: ids and what its notices need, never personal data. */
export {};

declare module '@/lib/core/events' {
  interface Events {
    '${one}.added': { ${one}Id: string };
  }
}
`,
  [`lib/${domain}/notices.ts`]: `import { z } from 'zod';

import { declareNotices, notice, type DataOf } from '@/lib/core/notices';

import { ${many}Paths } from './paths';

/** Notices of this domain, to members. */
export const ${many}Notices = declareNotices({
  '${one}.added': notice({ channels: ['app'], data: z.object({ body: z.string() }), path: ${many}Paths.${many}, icon: 'post' }),
});

declare module '@/lib/core/notices' {
  interface Notices extends DataOf<typeof ${many}Notices> {}
}
`,
  [`lib/${domain}/commands/index.ts`]: `export { add${table} } from './add-${file}';
`,
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
const shown = { id: true, body: true, createdAt: true } as const;

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

/** One with the fields of its notice. */
export async function get${table}ForNotice({ db }: Pick<Reading, 'db'>, { ${one}Id }: { ${one}Id: string }) {
  return db.${one}.findUnique({ where: { id: ${one}Id }, select: { memberId: true, body: true } });
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

export const ${many}FlowsWorker: WorkerPart = {
  reactions: { '${one}.added': { tellOf${table} } },
};
`,
  [`app/actions/${domain}.ts`]: `'use server';

import { transact } from '@/lib/core/context';
import { add${table} } from '@/lib/${domain}/commands';
import { add${table}Input } from '@/lib/${domain}/schema';
import { action, confirmed } from '@/lib/web/action';

export const add${table}Action = action(add${table}Input, confirmed, transact(add${table}));
`,
});

/** What a new domain declares, its table and its rules, and the files of its work. */
import { decisionFiles } from './decision-files';
import type { Names } from './names';
import { workFiles } from './work-files';

export const domainFiles = (names: Names): Record<string, string> => ({
  ...declared(names),
  ...decided(names),
  ...announced(names),
  ...tabled(names),
  ...workFiles(names),
  ...decisionFiles(names),
});

const tabled = ({ domain, one, table, title }: Names): Record<string, string> => ({
  [`prisma/schema/${domain}.prisma`]: `/// A text that a member added to ${title.toLowerCase()}.
model ${table} {
  id        String   @id @default(uuid(7)) @db.Uuid
  memberId  String   @db.Uuid
  body      String
  createdAt DateTime @db.Timestamptz(3)
  member    Member   @relation(fields: [memberId], references: [id])
  decision  ${table}Decision?

  @@index([memberId, createdAt, id])
  @@index([createdAt, id])
}

/// What staff decided about one, once.
model ${table}Decision {
  id        String   @id @default(uuid(7)) @db.Uuid
  ${one}Id String @unique @db.Uuid
  outcome   ${table}Outcome
  reason    String
  byId      String   @db.Uuid
  decidedAt DateTime @db.Timestamptz(3)
  ${one} ${table} @relation(fields: [${one}Id], references: [id])
  by        Member   @relation(fields: [byId], references: [id])
}

enum ${table}Outcome {
  ACCEPTED
  DECLINED
}
`,
  [`lib/${domain}/README.md`]: `# ${title}

- **Nouns:** ${table}: a text that a member adds. ${table}Decision: what staff decided about it.
- **States:** open, then accepted or declined by a decision, which is a row with an actor, a time and a reason.
- **Who may what:** members whose address is confirmed add their own and read them; staff with \`${domain}.read\` read all, and
  those with \`${domain}.decide\` decide about each once.
- **Others may read:** nothing yet; publish a view in \`prisma/views/${domain}/\`.
`,
});

const declared = ({ domain, one, table, many }: Names): Record<string, string> => ({
  [`lib/${domain}/domain.ts`]: `import type { Domain } from '@/lib/core/domain';

import { ${many}Permissions } from './permissions';

export const ${many}Domain = {
  name: '${domain}',
  memberSegments: ['${domain}'],
  permissions: ${many}Permissions,
  staffSections: [{ name: '${domain}', permission: '${domain}.read', area: 'settings' }],
} as const satisfies Domain;
`,
  [`lib/${domain}/permissions.ts`]: `import type { DomainPermissions } from '@/lib/core/permissions';

/** What staff may do in this domain, and which built-in roles hold it; an admin holds all of it. */
export const ${many}Permissions = {
  '${domain}.read': ['SUPPORT'],
  '${domain}.decide': ['SUPPORT'],
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
  [`lib/${domain}/menu.ts`]: `import { declareMenu } from '@/lib/core/member-menu';

import { ${many}Paths } from './paths';

/** What a member's menu has of this domain. */
export const ${many}Menu = declareMenu({ name: '${many}', path: ${many}Paths.${many}, icon: 'list' });
`,
  [`lib/${domain}/schema.ts`]: `import { z } from 'zod';

import { multiLine } from '@/lib/core/fields';
import { reason } from '@/lib/core/pieces';

export const add${table}Input = z.object({ body: multiLine(1_000) });
export type Add${table} = z.input<typeof add${table}Input>;

export const outcomes = ['ACCEPTED', 'DECLINED'] as const;

/** What staff decide about one, and why: the member reads both. */
export const decide${table}Input = z.object({ ${one}Id: z.uuid(), outcome: z.enum(outcomes), reason });
export type Decide${table} = z.input<typeof decide${table}Input>;
`,
});

const decided = ({ domain, file }: Names): Record<string, string> => ({
  [`lib/${domain}/policy.ts`]: `import { isMember, may, type Actor } from '@/lib/core/actor';

/** Why the actor may not add one, as the refusal's code; null when they may. */
export function refusalToAdd(actor: Actor): string | null {
  if (!isMember(actor)) return 'signed-out';
  return actor.confirmed ? null : 'unconfirmed';
}

/** Whether the actor decides about what members add. */
export function canDecide(actor: Actor): boolean {
  return may(actor, '${domain}.decide');
}
`,
  [`lib/${domain}/limits.ts`]: `import type { Limit } from '@/lib/core/limits';

/** How many times in how many seconds. */
export const limits = {
  add: { name: 'add-${file}', count: 20, seconds: 3600 },
} as const satisfies Record<string, Limit>;
`,
});

const announced = ({ domain, file, one, table, many }: Names): Record<string, string> => ({
  [`lib/${domain}/events.ts`]: `/** What happens in this domain, and what each event carries: ids and what its notices need, never personal data. */
export {};

declare module '@/lib/core/events' {
  interface Events {
    '${one}.added': { ${one}Id: string };
    '${one}.decided': { ${one}Id: string };
  }
}
`,
  [`lib/${domain}/notices.ts`]: `import { z } from 'zod';

import { declareNotices, notice, type DataOf } from '@/lib/core/notices';

import { ${many}Paths } from './paths';
import { outcomes } from './schema';

/** Notices of this domain, to members. */
export const ${many}Notices = declareNotices({
  '${one}.added': notice({ channels: ['app'], data: z.object({ body: z.string() }), path: ${many}Paths.${many}, icon: 'post' }),
  '${one}.decided': notice({
    channels: ['app'],
    data: z.object({ body: z.string(), outcome: z.enum(outcomes), reason: z.string() }),
    path: ${many}Paths.${many},
    icon: 'post',
  }),
});

declare module '@/lib/core/notices' {
  interface Notices extends DataOf<typeof ${many}Notices> {}
}
`,
  [`lib/${domain}/commands/index.ts`]: `export { add${table} } from './add-${file}';
export { decide${table} } from './decide-${file}';
`,
});

/** Tests of a new domain, and the rows by which the guarantees know it. */
import type { Names } from './names';

export const testFiles = (names: Names): Record<string, string> => ({
  ...guaranteed(names),
  ...tested(names),
  ...decided(names),
});

const guaranteed = ({ domain, one, table }: Names): Record<string, string> => ({
  [`lib/${domain}/access.ts`]: `import { anyId, type Access } from '@/lib/core/access';

export const access: Access = {
  actions: { add${table}Action: 'confirmed', decide${table}Action: ['${domain}.decide'] },
  commands: { add${table}: 'members', decide${table}: ['${domain}.decide'] },
  sample: { ${one}Id: anyId, outcome: 'ACCEPTED', reason: 'Because' },
  pages: { '(account)/${domain}': [{}], 'staff/${domain}': [{}] },
};
`,
  [`lib/${domain}/access.test.ts`]: `import { describe } from 'vitest';

import { transact } from '@/lib/core/context';
import { tryAccess } from '@/tests/support/try-access';

import { add${table} } from './commands';

const { isForConfirmedMembers } = tryAccess('${domain}');

describe('what members do', () => {
  isForConfirmedMembers('add${table}', (actor) => transact(add${table})(actor, { body: 'Something' }));
});
`,
  [`lib/${domain}/crowd.ts`]: `import { firstId, minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: '${table}',
    values: { id: rowId('${one}'), memberId: firstId('member'), body: "'Number ' || i", createdAt: minutesAgo },
  },
  {
    table: '${table}Decision',
    values: {
      id: rowId('${one}Decision'),
      ${one}Id: rowId('${one}'),
      outcome: "'ACCEPTED'",
      reason: "'Because ' || i",
      byId: firstId('member'),
      decidedAt: minutesAgo,
    },
  },
];
`,
});

const tested = ({ domain, one, table, plural }: Names): Record<string, string> => ({
  [`lib/${domain}/${domain}.test.ts`]: `import { expect, it } from 'vitest';

import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { react } from '@/lib/server/react';
import { makeMember } from '@/tests/support/factories';

import { add${table} } from './commands';
import { listOwn${plural} } from './queries';

const add = transact(add${table});

it('is added for the member alone, who is told of it once', async () => {
  const [member, other] = [await makeMember(), await makeMember()];
  await add(member, { body: 'Something' });
  expect((await listOwn${plural}(reading(member))).rows.map(({ body }) => body)).toEqual(['Something']);
  expect(await listOwn${plural}(reading(other))).toEqual({ rows: [], last: null });
  const event = await db.event.findFirstOrThrow({ where: { name: '${one}.added', actorId: member.id } });
  await react(event.id);
  await react(event.id);
  const notices = await db.notification.findMany({ where: { memberId: member.id }, select: { kind: true } });
  expect(notices).toEqual([{ kind: '${one}.added' }]);
});

it('is refused when it is empty or too long', async () => {
  const member = await makeMember();
  for (const body of ['', ' ', 'x'.repeat(1_001)]) await expect(add(member, { body })).rejects.toThrow();
  expect(await db.${one}.count({ where: { memberId: member.id } })).toBe(0);
});

it('is listed page by page, each once', async () => {
  const member = await makeMember();
  const createdAt = new Date();
  const bodies = Array.from({ length: 25 }, (_, at) => \`Number \${at}\`);
  await db.${one}.createMany({ data: bodies.map((body) => ({ memberId: member.id, body, createdAt })) });
  const first = await listOwn${plural}(reading(member));
  const second = await listOwn${plural}(reading(member), first.last);
  expect([first.rows.length, second.rows.length, second.last]).toEqual([20, 5, null]);
  expect([...first.rows, ...second.rows].map(({ body }) => body).toSorted()).toEqual(bodies.toSorted());
});
`,
});

const decided = ({ domain, file, one, table, plural }: Names): Record<string, string> => ({
  [`lib/${domain}/decide-${file}.test.ts`]: `import { expect, it } from 'vitest';

import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { react } from '@/lib/server/react';
import { makeMember } from '@/tests/support/factories';

import { add${table}, decide${table} } from './commands';
import { listOwn${plural} } from './queries';

const add = transact(add${table});
const decide = transact(decide${table});

it('is decided once, of two members of staff who decide at the same time by one, and its member is told why', async () => {
  const [member, first, second] = [await makeMember(), await makeMember({ roles: ['SUPPORT'] }), await makeMember({ roles: ['SUPPORT'] })];
  const { id } = await add(member, { body: 'Something' });
  const said = { ${one}Id: id, outcome: 'DECLINED', reason: 'Not now' } as const;
  const tried = await Promise.allSettled([decide(first, said), decide(second, said)]);
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(tried.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: '${file}-decided' } });
  const [row] = (await listOwn${plural}(reading(member))).rows;
  expect(row?.decision).toMatchObject({ outcome: 'DECLINED', reason: 'Not now' });
  expect(await db.auditEntry.findMany({ where: { subjectId: id }, select: { act: true, reason: true } })).toEqual([
    { act: '${one}.decide', reason: 'Not now' },
  ]);
  const events = await db.event.findMany({ where: { name: '${one}.decided', payload: { equals: { ${one}Id: id } } } });
  expect(events).toHaveLength(1);
  await react(events[0]!.id);
  const notices = await db.notification.findMany({ where: { memberId: member.id }, select: { kind: true, data: true } });
  expect(notices).toEqual([
    { kind: '${one}.decided', data: { body: 'Something', outcome: 'DECLINED', reason: 'Not now' } },
  ]);
});

it('is not decided by a member without the permission, nor where nothing is', async () => {
  const [member, staff] = [await makeMember(), await makeMember({ roles: ['SUPPORT'] })];
  const { id } = await add(member, { body: 'Something' });
  const said = { outcome: 'ACCEPTED', reason: 'Fine' } as const;
  await expect(decide(member, { ...said, ${one}Id: id })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(decide(staff, { ...said, ${one}Id: member.id })).rejects.toThrow();
  expect(await db.${one}Decision.count({ where: { ${one}Id: id } })).toBe(0);
});
`,
});

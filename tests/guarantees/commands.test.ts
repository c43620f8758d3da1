/**
 * Commands refuse the wrong actor themselves, whoever calls them. Those of staff are tried here with the whole cast, before the
 * command reads or writes anything but the member it is about; those of members are tried on real rows in the domains' access.test.ts.
 */
import { beforeAll, describe, expect, it } from 'vitest';

import type { Audience } from '@/lib/core/access';
import type { Actor } from '@/lib/core/actor';
import { actorOf } from '@/lib/server/actor';
import { admittedBy, cast, makeCast, type Who } from '@/tests/support/cast';

import { compare, complete, inDomain, rowsOf, tables } from './tables';
import { howFar, type Run } from './trap';

const modules = import.meta.glob<Record<string, Run>>(['/lib/*/commands.ts', '/lib/*/commands/index.ts'], {
  eager: true,
});
const commands = new Map(
  Object.entries(modules).flatMap(([file, exported]) =>
    Object.entries(exported)
      .filter(([, run]) => typeof run === 'function')
      .map(([name, run]): [string, Run] => [`${file.split('/')[2]}.${name}`, run]),
  ),
);
const rows = rowsOf('commands');

const actors = {} as Record<Who, Actor>;
beforeAll(async () => {
  const sessions = await makeCast();
  for (const who of cast) actors[who] = await actorOf(sessions[who]);
});

describe('commands', () => {
  it('each have a row in their domain’s access.ts', () => {
    expect(compare([...commands.keys()], rows.map(inDomain))).toEqual(complete);
  });

  it('that are only steps are no form’s work', () => {
    const actions = import.meta.glob<string>('/app/actions/*.ts', { eager: true, query: '?raw', import: 'default' });
    const straight = Object.entries(actions).flatMap(([file, text]) =>
      [...text.matchAll(/action\([^\n]*, transact\((?:\w+\.)?(\w+)\)\)/g)].map(
        ([, name]) => `${file.split('/')[3]!.replace('.ts', '')}.${name}`,
      ),
    );
    const steps = rows.filter(({ row }) => row === 'step').map(inDomain);
    expect(straight.length).toBeGreaterThan(10);
    expect(straight.filter((name) => steps.includes(name))).toEqual([]);
  });

  const ofStaff = rows.flatMap(({ domain, name, row }) =>
    row === 'staff' || Array.isArray(row) ? [{ domain, name, roles: row as Audience }] : [],
  );

  it.each(ofStaff.map((each) => [inDomain(each), each] as const))('%s', async (name, { domain, roles }) => {
    const admitted = admittedBy(roles);
    const sample = tables[domain]?.sample ?? {};
    const answers = await Promise.all(
      cast.map(async (who) => [who, await howFar(commands.get(name)!, actors[who], sample)] as const),
    );
    expect(Object.fromEntries(answers)).toEqual(
      Object.fromEntries(cast.map((who) => [who, admitted.includes(who) ? 'goes on' : 'refused'])),
    );
  });
});

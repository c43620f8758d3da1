import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { asRoles } from '@/tests/support/as-roles';

import { anyId } from './core/access';
import { system, type Actor } from './core/actor';
import { domains, staffAreasFor, staffSectionsFor, type StaffSectionName } from './domains';
import { paths } from './paths';

const member: Actor = {
  kind: 'member',
  id: anyId,
  handle: 'a',
  name: 'A',
  avatar: null,
  locale: 'en',
  ...asRoles(),
  trust: 0,
  confirmed: true,
  suspended: false,
};

it('shows staff the sections of the domains in their order, and the audit log after all of them', () => {
  const declared = domains.flatMap((each): StaffSectionName[] =>
    'staffSections' in each ? each.staffSections.map(({ name }) => name) : [],
  );
  expect(declared.at(-1)).not.toBe('audit');
  expect(staffSectionsFor(system)).toEqual([...declared.filter((name) => name !== 'audit'), 'audit']);
});

it('groups what a role may open by area, without areas in which it may open nothing', () => {
  const agent = { ...member, ...asRoles('SUPPORT') };
  expect(staffAreasFor(agent)).toEqual([{ area: 'sell', sections: ['orders'] }]);
  expect(staffAreasFor({ ...member, roles: [], permissions: [] })).toEqual([]);
});

it('names every domain that declares itself, once', () => {
  const declared = readdirSync('lib').filter((name) => existsSync(`lib/${name}/domain.ts`) && name !== 'core');
  expect(domains.map(({ name }) => name).toSorted()).toEqual(declared.toSorted());
});

it('has no two domains with one name for a path: the later one would take its place', () => {
  const files = readdirSync('lib').filter((name) => name !== 'core' && existsSync(`lib/${name}/paths.ts`));
  const names = files.flatMap((name) => [
    ...readFileSync(`lib/${name}/paths.ts`, 'utf8').matchAll(/^ {2}(\w+)(?:\(|: )/gm),
  ]);
  const found = names.map(([, name]) => name);
  expect(new Set(found).size).toBe(found.length);
  expect(Object.keys(paths)).toHaveLength(found.length + 2);
});

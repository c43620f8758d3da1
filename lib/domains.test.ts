import { existsSync, readdirSync } from 'node:fs';

import { expect, it } from 'vitest';

import { asRoles } from '@/tests/support/as-roles';

import { anyId } from './core/access';
import { system, type Actor } from './core/actor';
import { staffAreas, type StaffArea } from './core/domain';
import type { Permission } from './core/permissions';
import { domains, firstPageOf, staffAreasFor, staffSectionsFor, type StaffSectionName } from './domains';
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

it('shows staff the sections of each area in the order of the domains, and the audit log after all of them', () => {
  const declared = domains.flatMap((each): { name: StaffSectionName; area: StaffArea }[] =>
    'staffSections' in each ? [...each.staffSections] : [],
  );
  expect(declared.at(-1)?.name).not.toBe('audit');
  const byArea = staffAreas.flatMap((wanted) => declared.filter(({ area }) => area === wanted).map(({ name }) => name));
  expect(staffSectionsFor(system)).toEqual([...byArea.filter((name) => name !== 'audit'), 'audit']);
});

it('groups what a role may open by area, without areas in which it may open nothing', () => {
  const agent = { ...member, ...asRoles('SUPPORT') };
  expect(staffAreasFor(agent)).toEqual([
    { area: 'listen', sections: ['reviews'], pages: [] },
    { area: 'sell', sections: ['orders', 'units', 'returns', 'repairs', 'recalls', 'credit'], pages: [] },
  ]);
  expect(staffAreasFor({ ...member, roles: [], permissions: [] })).toEqual([]);
  // Of a section's pages only those that they may open.
  const [settings] = staffAreasFor({ ...member, roles: [], permissions: ['brand.manage'] });
  expect(settings?.pages.map(({ name }) => name)).toEqual(['brand', 'start', 'mail']);
});

it('shows the settings to who may open one of their pages, and leads there', () => {
  const of = (...permissions: Permission[]): Actor => ({ ...member, roles: [], permissions });
  expect(staffAreasFor(of('redirects.edit'))).toEqual([
    { area: 'settings', sections: ['settings'], pages: [{ section: 'settings', name: 'redirects' }] },
  ]);
  expect(firstPageOf('settings', of('redirects.edit', 'api.manageKeys'))).toBe('redirects');
  expect(firstPageOf('settings', of('orders.read'))).toBeUndefined();
  expect(staffSectionsFor(of('orders.read'))).not.toContain('settings');
});

it('names every domain that declares itself, once', () => {
  const declared = readdirSync('lib').filter((name) => existsSync(`lib/${name}/domain.ts`) && name !== 'core');
  expect(domains.map(({ name }) => name).toSorted()).toEqual(declared.toSorted());
});

it('has no two domains with one name for a path: the later one would take its place', async () => {
  const files = readdirSync('lib').filter((name) => name !== 'core' && existsSync(`lib/${name}/paths.ts`));
  const modules = await Promise.all(
    files.map((name) => import(`./${name}/paths.ts`) as Promise<Record<string, object>>),
  );
  const found = modules.flatMap((each) =>
    Object.entries(each).flatMap(([name, gathered]) => (name.endsWith('Paths') ? Object.keys(gathered) : [])),
  );
  expect(new Set(found).size).toBe(found.length);
  expect(Object.keys(paths)).toHaveLength(found.length + 2);
});

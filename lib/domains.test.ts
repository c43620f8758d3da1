import { existsSync, readdirSync } from 'node:fs';

import { expect, it } from 'vitest';

import { system } from './core/actor';
import { domains, staffSectionsFor, type StaffSectionName } from './domains';

it('shows staff the sections of the domains in their order, and the audit log after all of them', () => {
  const declared = domains.flatMap((each): StaffSectionName[] =>
    'staffSections' in each ? each.staffSections.map(({ name }) => name) : [],
  );
  expect(declared.at(-1)).not.toBe('audit');
  expect(staffSectionsFor(system)).toEqual([...declared.filter((name) => name !== 'audit'), 'audit']);
});

it('names every domain that declares itself, once', () => {
  const declared = readdirSync('lib').filter((name) => existsSync(`lib/${name}/domain.ts`) && name !== 'core');
  expect(domains.map(({ name }) => name).toSorted()).toEqual(declared.toSorted());
});

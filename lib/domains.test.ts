import { expect, it } from 'vitest';

import { system } from './core/actor';
import { staffSectionsFor } from './domains';

it('shows staff the sections of the domains in their order, and the audit log after all of them', () => {
  expect(staffSectionsFor(system)).toEqual(['triage', 'releases', 'reports', 'drops', 'orders', 'members', 'audit']);
});

/** Code asks permissions; roles are named only where it is said what the built-in ones may do, and in the code of members that gives them. */
import { expect, it } from 'vitest';

import { builtInRoles } from '@/lib/core/permissions';
import { isSensitive, permissions, permissionsOf } from '@/lib/permissions';

import { program } from './sources';

const files = program().filter(({ file }) => !/\.test\.tsx?$/.test(file));
const named = new RegExp(`['"\`](${builtInRoles.join('|')})['"\`]`);
const mayName =
  /^lib\/(?:[a-z-]+\/)?permissions\.ts$|^lib\/members\/(?:access|commands\/(?:keep-one-admin|suspend-member|change-roles|set-up)|queries\/admins)\.ts$/;

it('roles are named nowhere else', () => {
  const naming = files.filter(({ text }) => named.test(text)).map(({ file }) => file);
  expect(naming.length).toBeGreaterThan(4);
  expect(naming.filter((file) => !mayName.test(file))).toEqual([]);
});

it('every permission begins with its domain and is asked somewhere', () => {
  const asking = files
    .filter(({ file }) => !/\/(permissions|access)\.ts$/.test(file))
    .map(({ text }) => text)
    .join('\n');
  expect(permissions.length).toBeGreaterThan(20);
  expect(permissions.filter((each) => !/^[a-z-]+\.[a-zA-Z]+$/.test(each))).toEqual([]);
  expect(permissions.filter((each) => !asking.includes(`'${each}'`))).toEqual([]);
});

it('an admin holds all, every other built-in role something and not all', () => {
  expect(permissionsOf({ key: 'ADMIN' })).toEqual(permissions);
  const others = builtInRoles.filter((key) => key !== 'ADMIN').map((key) => permissionsOf({ key }).length);
  expect(Math.min(...others)).toBeGreaterThan(0);
  expect(Math.max(...others)).toBeLessThan(permissions.length);
});

/** What neither sees personal data nor moves money nor gives such rights. Another permission is `sensitive` in its domain's `domain.ts`. */
const withoutFactor = [
  'accounting.read',
  'brand.manage',
  'brand.open',
  'brand.setAreas',
  'calendar.edit',
  'catalog.edit',
  'credit.read',
  'feedback.makeIdeas',
  'feedback.release',
  'feedback.triage',
  'forum.import',
  'forum.moderate',
  'forum.openBoards',
  'members.correct',
  'members.moderate',
  'members.read',
  'members.setTrust',
  'members.setTrustRule',
  'moderation.decide',
  'moderation.setReasons',
  'ownership.editQuestions',
  'returns.handle',
  'returns.read',
  'reviews.answer',
  'reviews.hide',
  'reviews.read',
  'service.edit',
  'stock.edit',
  'stock.read',
];

it('every permission says whether it takes a second factor', () => {
  expect(permissions.filter((each) => !isSensitive(each)).toSorted()).toEqual(withoutFactor);
});

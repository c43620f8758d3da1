import { readdirSync } from 'node:fs';

import { expect, it } from 'vitest';

import { memberPages, staffPages } from '@/tests/e2e/support/page-tables';

const routesIn = (folder: string, before = '') =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => `${before}/${file}`.replace('/page.tsx', '').replace(/\/\([^/]+\)/g, ''))
    .toSorted();

it('every page of staff stands in the table of who may open it, and nothing else does', () => {
  expect(Object.keys(staffPages).toSorted()).toEqual(routesIn('app/[locale]/staff', '/staff'));
});

it('so does every page of members', () => {
  expect(Object.keys(memberPages).toSorted()).toEqual(routesIn('app/[locale]/(site)/(account)'));
});

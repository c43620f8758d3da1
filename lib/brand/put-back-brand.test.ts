import { afterAll, beforeEach, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { neutralBrand } from '@/lib/core/brand';
import { transact } from '@/lib/core/context';
import { readBrand } from '@/lib/core/current-brand';
import { db } from '@/lib/core/db';
import type { Refused } from '@/lib/core/errors';
import { clock } from '@/lib/core/time';
import { makeMember } from '@/tests/support/factories';

import { putBackBrand } from './commands';

const clear = () => db.brandVersion.deleteMany();
const { imprint: _, markDark: __, ...before } = neutralBrand;
/** Versions as older programs saved them, and one of today. */
const older = [
  { ...before, currency: 'EUR' },
  { ...neutralBrand, currency: 'XXX' },
  { ...neutralBrand, colour: { ...neutralBrand.colour, paper: { light: '#777777', dark: '#16120d' } } },
  neutralBrand,
];
let admin: SignedIn;

beforeEach(async () => {
  await clear();
  admin = await makeMember({ roles: ['ADMIN'] });
  for (const [at, data] of older.entries())
    await db.brandVersion.create({ data: { version: at + 1, data, at: clock() } });
});
afterAll(clear);

const back = (version: number) => transact(putBackBrand)(admin, { version, shown: 4, locale: 'en' });

it('an older version of the brand may lack what is newer than it', async () => {
  expect(await back(1)).toEqual({ version: 5 });
  expect(await readBrand()).toEqual({ ...neutralBrand, currency: 'EUR', version: 5 });
});

it.each([
  [2, 'version-unreadable', { version: 2 }],
  [3, 'low-contrast', { least: 4.5 }],
])(
  'version %i of the brand, which could not be saved today, is refused in words: %s',
  async (version, code, values) => {
    const error = await back(version).catch((reason: Refused) => reason);
    expect(error).toMatchObject({ name: 'Refused', code, detail: { values } });
    expect((await readBrand()).version).toBe(4);
  },
);

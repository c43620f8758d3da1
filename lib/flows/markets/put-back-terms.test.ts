import { beforeEach, describe, expect, it } from 'vitest';

import { guest, type Actor } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { readMarket } from '@/lib/core/current-market';
import { db } from '@/lib/core/db';
import type { Refused } from '@/lib/core/errors';
import { clock } from '@/lib/core/time';
import { listMarketVersions } from '@/lib/markets/queries';
import { demoMarket } from '@/prisma/seed/market-data';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { refusal } from '@/tests/support/refusal';

import { putBackTerms, saveTerms } from './save-terms';

let admin: Actor;

/** Versions as older programs saved them, which asked for less, and one of today. */
const older = [
  { ...demoMarket, zones: [{ ...demoMarket.zones[0]!, countries: ['US', 'ZZ'] }] },
  { ...demoMarket, taxes: [{ ...demoMarket.taxes[0]!, country: 'US', region: 'ZZZ' }] },
  { ...demoMarket, zones: 'everywhere' },
  demoMarket,
];

beforeEach(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'], name: 'Mei' });
  await db.market.create({ data: { number: 1, createdAt: clock() } });
  for (const [at, data] of older.entries())
    await db.marketVersion.create({ data: { market: 1, version: at + 1, data, at: clock() } });
  await saveTerms(admin, { shown: 4, locale: 'en', data: { returnAddress: 'Here' } });
});

const back = (version: number, actor = admin) => putBackTerms(actor, { version, shown: 5, locale: 'en' as const });

describe('an older version of the terms', () => {
  it('is put back by who may', async () => {
    expect(await refusal(back(4, guest))).toBe('forbidden');
    expect(await refusal(back(9))).toBe('not-found');
    expect(await back(4)).toEqual({ version: 6 });
    expect(await readMarket()).toMatchObject({ version: 6, ...demoMarket });
  });

  it.each([
    [1, 'version-place', { version: 1, place: 'ZZ' }],
    [2, 'version-place', { version: 2, place: 'US-ZZZ' }],
    [3, 'version-unreadable', { version: 3 }],
  ])('%i, which could not be saved today, is refused in words: %s', async (version, code, values) => {
    const error = await back(version).catch((reason: Refused) => reason);
    expect(error).toMatchObject({ name: 'Refused', code, detail: { values } });
    expect((await readMarket()).version).toBe(5);
  });

  it('that cannot be read stands in the history, and in the way of nothing', async () => {
    const { versions } = await listMarketVersions(reading(admin));
    expect(versions.map(({ version, readable, parts }) => [version, readable, parts.length > 0])).toEqual([
      [5, true, true],
      [4, true, false],
      [3, false, false],
      [2, true, true],
      [1, true, true],
    ]);
    const late = saveTerms(admin, { shown: 3, locale: 'en', data: {} }).catch((reason: Refused) => reason);
    expect(await late).toMatchObject({ code: 'market-changed', detail: { values: { name: 'Mei', what: '–' } } });
  });
});

import pg from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';

import { guest, type Actor } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { demoMarket } from '@/prisma/seed/market-data';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { refusal } from '@/tests/support/refusal';

import { putBackMarket, saveMarket } from './commands';
import { readMarket } from '@/lib/core/current-market';
import { listMarketVersions } from './queries';

const save = transact(saveMarket);
const putBack = transact(putBackMarket);
const saving = (shown: number, data: object = {}) => ({ shown, locale: 'en' as const, data });
let admin: Actor;

beforeEach(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'], name: 'Mei' });
});

describe('a market', () => {
  it('of a new shop sends nothing anywhere', async () => {
    expect(await readMarket()).toMatchObject({ version: 0, zones: [], taxes: [] });
  });

  it('is saved by who may, as a new version that keeps what was not given; each is audited', async () => {
    for (const actor of [guest, await makeMember({ roles: ['OPERATIONS'] })])
      expect(await refusal(save(actor, saving(0, demoMarket)))).toBe('forbidden');
    await save(admin, saving(0, demoMarket));
    await save(admin, { ...saving(1, { taxes: [] }), reason: 'No taxes here' });
    expect(await save(admin, saving(2, { taxes: [] }))).toEqual({ version: 2 });
    expect(await readMarket()).toMatchObject({ version: 2, taxes: [], zones: demoMarket.zones });
    const { versions } = await listMarketVersions(reading(admin));
    expect(versions.map(({ version, parts, reason, by }) => [version, parts, reason, by?.name])).toEqual([
      [2, ['taxes'], 'No taxes here', 'Mei'],
      [1, ['seller', 'returnAddress', 'zones', 'taxes', 'promises'], '', 'Mei'],
    ]);
    expect(await db.auditEntry.count({ where: { act: 'market.save' } })).toBe(2);
  });

  it('is put back as a new version, by who may and where nobody saved meanwhile', async () => {
    await save(admin, saving(0, demoMarket));
    await save(
      admin,
      saving(1, { taxes: [], promises: { packing: 5, returns: null, warranty: null, repair: 12, protection: null } }),
    );
    const back = (version: number, shown: number, actor: Actor = admin) =>
      putBack(actor, { version, shown, locale: 'en' as const });
    expect(await refusal(back(1, 2, guest))).toBe('forbidden');
    expect(await refusal(back(9, 2))).toBe('not-found');
    expect(await refusal(back(1, 1))).toBe('market-changed');
    expect(await back(1, 2)).toEqual({ version: 3 });
    expect(await readMarket()).toMatchObject({ version: 3, ...demoMarket });
    expect(await back(3, 3)).toEqual({ version: 3 });
    const entry = await db.auditEntry.findFirstOrThrow({ where: { act: 'market.putBack' } });
    expect(entry.detail).toMatchObject({ version: 3, from: 1, parts: ['taxes', 'promises'] });
  });

  it('refuses a rate that cannot hold, and saves nothing', async () => {
    await expect(save(admin, saving(0, { zones: [demoMarket.zones[0]!, demoMarket.zones[0]!] }))).rejects.toThrow();
    expect(await db.marketVersion.count()).toBe(0);
  });
});

describe('several who save at once', () => {
  const withoutGuard = async (returnAddress: string) => {
    const client = new pg.Client({ connectionString: env.DATABASE_URL });
    await client.connect();
    const insert = `INSERT INTO "MarketVersion" ("market", "version", "data", "at")
      SELECT 1, coalesce(max("version"), 0) + 1, $1::jsonb, now() FROM "MarketVersion" ON CONFLICT DO NOTHING RETURNING "version"`;
    const data = JSON.stringify({ ...demoMarket, returnAddress });
    for (let rows = 0; rows === 0;) rows = (await client.query(insert, [data])).rowCount ?? 0;
    await client.end();
  };

  it('are told apart from the first version on: one saves, every other one is refused', async () => {
    for (let round = 0; round < 4; round += 1) {
      const codes = await Promise.all(
        ['A', 'B', 'C', 'D'].map((each) =>
          refusal(save(admin, saving(round, { ...demoMarket, returnAddress: `${each}${round}` }))),
        ),
      );
      expect(codes.toSorted()).toEqual(['done', 'market-changed', 'market-changed', 'market-changed']);
      expect((await readMarket()).version).toBe(round + 1);
    }
  });

  it('overwrite one another where nothing asks what they saw (control)', async () => {
    await save(admin, saving(0, demoMarket));
    await Promise.all(['A', 'B', 'C'].map(withoutGuard));
    expect((await readMarket()).version).toBe(4);
  });
});

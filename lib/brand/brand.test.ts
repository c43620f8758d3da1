import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { neutralBrand } from '@/lib/core/brand';
import { reading, transact } from '@/lib/core/context';
import { brandTag, currentBrand, readBrand, storedBrand } from '@/lib/core/current-brand';
import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { Refused } from '@/lib/core/errors';
import { tagChannel } from '@/lib/core/tags';
import { makeMember } from '@/tests/support/factories';
import { refusal } from '@/tests/support/refusal';

import { putBackBrand, saveBrand } from './commands';
import { listVersions } from './queries';

const save = transact(saveBrand);
const putBack = transact(putBackBrand);
const named = (en: string) => ({ name: { en, zh: en } });
const clear = () => db.brandVersion.deleteMany();
let admin: SignedIn;

beforeAll(async () => void (admin = await makeMember({ name: 'Ada', roles: ['ADMIN'] })));
beforeEach(clear);
afterEach(() => vi.restoreAllMocks());
afterAll(clear);

describe('saving the brand', () => {
  it('adds a version, says what changed in the audit log, and tells every process', async () => {
    const listener = new pg.Client({ connectionString: env.DATABASE_URL });
    await listener.connect();
    await listener.query(`LISTEN ${tagChannel}`);
    const told = new Promise<string>((resolve) => listener.on('notification', ({ payload }) => resolve(payload!)));
    await save(admin, { shown: 0, locale: 'en', data: { ...named('Otter'), currency: 'EUR' }, reason: 'Opening' });
    expect(JSON.parse(await told)).toEqual([brandTag]);
    await listener.end();
    expect(await readBrand()).toEqual({ ...neutralBrand, ...named('Otter'), currency: 'EUR', version: 1 });
    const entry = await db.auditEntry.findFirstOrThrow({ where: { act: 'brand.save' }, orderBy: { at: 'desc' } });
    expect(entry).toMatchObject({
      actorId: admin.id,
      reason: 'Opening',
      detail: { version: 1, parts: ['name', 'currency'] },
    });
  });

  it('writes nothing where nothing changed, and never what is no brand', async () => {
    await save(admin, { shown: 0, locale: 'en', data: named('Otter') });
    expect(await save(admin, { shown: 1, locale: 'en', data: named('Otter') })).toEqual({ version: 1 });
    await expect(save(admin, { shown: 1, locale: 'en', data: { currency: 'XXX' } })).rejects.toThrow();
    expect((await readBrand()).version).toBe(1);
  });

  it('refuses who saw an older version or one to come, and says who saved what', async () => {
    await save(admin, { shown: 0, locale: 'en', data: named('Otter') });
    await save(admin, { shown: 1, locale: 'en', data: { currency: 'EUR', ...named('Heron') } });
    const late = await save(admin, { shown: 1, locale: 'en', data: named('Crane') }).catch((error: Refused) => error);
    expect(late).toMatchObject({
      code: 'brand-changed',
      detail: { values: { name: 'Ada', version: 2, what: 'name, currency' } },
    });
    expect(await refusal(save(admin, { shown: 5, locale: 'zh', data: named('Crane') }))).toBe('brand-changed');
    expect((await readBrand()).name.en).toBe('Heron');
  });

  it('keeps every version; an older one comes back as a new one', async () => {
    await save(admin, { shown: 0, locale: 'en', data: named('Otter') });
    await save(admin, { shown: 1, locale: 'en', data: named('Heron') });
    expect(await putBack(admin, { version: 1, shown: 2, locale: 'en' })).toEqual({ version: 3 });
    expect(await refusal(putBack(admin, { version: 9, shown: 3, locale: 'en' }))).toBe('not-found');
    expect(await refusal(putBack(admin, { version: 2, shown: 2, locale: 'en' }))).toBe('brand-changed');
    const { versions, next } = await listVersions(reading(admin));
    expect(versions.map(({ version, name, parts, by }) => [version, name, parts, by?.name])).toEqual([
      [3, 'Otter', ['name'], 'Ada'],
      [2, 'Heron', ['name'], 'Ada'],
      [1, 'Otter', ['name'], 'Ada'],
    ]);
    expect(next).toBeNull();
  });

  it('lists twenty versions at a time', async () => {
    const row = (version: number) => ({ version, data: { ...neutralBrand, ...named(`N${version}`) }, at: new Date() });
    await db.brandVersion.createMany({ data: Array.from({ length: 25 }, (_, at) => row(at + 1)) });
    const first = await listVersions(reading(admin));
    expect([first.versions.length, first.next]).toEqual([20, 6]);
    const { versions, next } = await listVersions(reading(admin), { before: first.next! });
    expect([versions.length, versions.at(-1)?.parts, next]).toEqual([5, ['name'], null]);
  });
});

describe('reading the brand', () => {
  it('sees within five seconds what another process saved, though no message came', async () => {
    const now = performance.now();
    const time = vi.spyOn(performance, 'now').mockReturnValue(now + 60_000);
    expect((await currentBrand()).name.en).toBe('Millet');
    const other = new pg.Client({ connectionString: env.DATABASE_URL });
    await other.connect();
    const data = JSON.stringify({ ...neutralBrand, ...named('Otter') });
    await other.query(`INSERT INTO "BrandVersion" ("version", "data", "at") VALUES (1, $1, now())`, [data]);
    await other.end();
    expect((await currentBrand()).name.en).toBe('Millet');
    time.mockReturnValue(now + 64_999);
    expect((await currentBrand()).name.en).toBe('Otter');
    time.mockReturnValue(now + 120_000);
  });

  it('takes what a row lacks or cannot mean from the neutral brand, part by part', () => {
    const { contact: _, ...old } = { ...neutralBrand, ...named('Otter'), colour: { paper: 'red' } };
    expect(storedBrand({ version: 1, data: old })).toEqual({ ...neutralBrand, ...named('Otter') });
    expect(storedBrand({ version: 1, data: null })).toEqual(neutralBrand);
  });
});

describe('two who save at the same moment', () => {
  // The same without the version that the form showed: the next number is whatever is free.
  const withoutGuard = async (en: string) => {
    const client = new pg.Client({ connectionString: env.DATABASE_URL });
    await client.connect();
    const data = JSON.stringify({ ...neutralBrand, ...named(en) });
    const insert = `INSERT INTO "BrandVersion" ("version", "data", "at") SELECT coalesce(max("version"), 0) + 1, $1::jsonb, now() FROM "BrandVersion"
      ON CONFLICT DO NOTHING RETURNING "version"`;
    for (let rows = 0; rows === 0;) rows = (await client.query(insert, [data])).rowCount ?? 0;
    await client.end();
  };

  it('are told apart: one saves, every other one is refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      const shown = (await readBrand()).version;
      const codes = await Promise.all(
        ['A', 'B', 'C', 'D'].map((each) =>
          refusal(save(admin, { shown, locale: 'en', data: named(`${each}${round}`) })),
        ),
      );
      expect(codes.filter((code) => code === 'brand-changed')).toHaveLength(3);
      expect((await readBrand()).version).toBe(shown + 1);
    }
  });

  it('overwrite one another where nothing asks what they saw (control)', async () => {
    await Promise.all(['A', 'B', 'C', 'D'].map(withoutGuard));
    expect((await readBrand()).version).toBe(4);
  });
});

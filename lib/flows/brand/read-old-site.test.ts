import sharp from 'sharp';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { neutralBrand } from '@/lib/core/brand';
import { contrastOf } from '@/lib/core/contrast';
import { readBrand } from '@/lib/core/current-brand';
import { db } from '@/lib/core/db';
import type { Refused } from '@/lib/core/errors';
import type { Fetched, GuardedFetch } from '@/lib/outside/fetch';
import { FetchRefused } from '@/lib/outside/fetch';
import { pause } from '@/scripts/lib/processes';
import { makeMember } from '@/tests/support/factories';
import { refusal } from '@/tests/support/refusal';

import { readOldSite, takeOldPicture } from './read-old-site';

const clear = () => db.brandVersion.deleteMany();
let admin: SignedIn;
beforeEach(async () => {
  await clear();
  admin = await makeMember({ roles: ['ADMIN'] });
});
afterAll(clear);

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4" fill="#b31b1b"/></svg>';
const answer = (contentType: string, body: string | Buffer, finalUrl = 'https://old.example/'): Fetched => ({
  ...{ ok: true, status: 200, charset: '', retryAfter: null },
  ...{ contentType, body: Buffer.from(body), finalUrl },
});

/** A site of these pages; whatever else is asked for answers 404. */
function site(pages: Record<string, Fetched>): { fetch: GuardedFetch; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    fetch: async (address) => {
      asked.push(address);
      return pages[address] ?? { ...answer('text/html', ''), ok: false, status: 404 };
    },
  };
}

const page = (head: string) => answer('text/html', `<html><head>${head}</head></html>`);
const head = '<title>Kestrel</title><meta name="description" content="Lamps that fold"><link rel="icon" href="/k.svg">';

describe('several readings by one person', () => {
  const most = 3;
  type Slow = (task: string, input: object, turn?: { owner?: string }) => Promise<object>;
  const shared = globalThis as unknown as { milletSlow?: Slow };
  afterEach(() => delete shared.milletSlow);

  // As the queue of drawings: so many of one owner at most, and the others are refused.
  function admitDrawings(): void {
    let drawn = 0;
    shared.milletSlow = async (task, input) => {
      if (drawn >= most) return { refused: { code: 'rate-limited', message: 'Too much waits' } };
      drawn += 1;
      await pause(20);
      const { tasks } = await import('@/lib/outside/slow/tasks');
      const result = await (tasks as unknown as Record<string, (given: object) => unknown>)[task]!(input);
      drawn -= 1;
      return { result };
    };
  }

  const rich = site({
    'https://old.example': page([1, 2, 3].map((each) => `<link rel="icon" href="/${each}.svg">`).join('')),
    ...Object.fromEntries(
      [1, 2, 3].map((each) => [`https://old.example/${each}.svg`, answer('image/svg+xml', drawing)]),
    ),
  });

  it('at once each find every logo', async () => {
    admitDrawings();
    const read = () => readOldSite(admin, { address: 'old.example' }, rich);
    const both = await Promise.all([read(), read()]);
    expect(both.map(({ logos }) => logos.length)).toEqual([3, 3]);
  });

  it('that are too many are refused, and none leaves a logo out in silence', async () => {
    admitDrawings();
    const read = async () => {
      const { logos } = await readOldSite(admin, { address: 'old.example' }, rich);
      return logos.length;
    };
    const all = await Promise.allSettled(Array.from({ length: 8 }, read));
    const outcomes = all.map((each) => (each.status === 'fulfilled' ? each.value : (each.reason as Refused).code));
    expect(new Set(outcomes)).toEqual(new Set([3, 'rate-limited']));
  });
});

describe('an old site', () => {
  it('gives its name, line, logo and the colour of that where it names none; nothing is saved', async () => {
    const { fetch, asked } = site({
      'https://old.example': page(head),
      'https://old.example/k.svg': answer('image/svg+xml', drawing),
    });
    const found = await readOldSite(admin, { address: 'old.example' }, { fetch });
    expect(found).toMatchObject({ name: 'Kestrel', tagline: 'Lamps that fold' });
    expect(found.logos).toHaveLength(1);
    expect(found.logos[0]!.address).toBe('https://old.example/k.svg');
    const shown = Buffer.from(found.logos[0]!.shown.replace('data:image/webp;base64,', ''), 'base64');
    expect(await sharp(shown).metadata()).toMatchObject({ format: 'webp', width: 128 });
    expect(found.accent!.light).toBe('#b31b1b');
    const { paper } = neutralBrand.colour;
    for (const theme of ['light', 'dark'] as const)
      expect(contrastOf(found.accent![theme], paper[theme])).toBeGreaterThanOrEqual(3);
    expect(asked).toEqual(['https://old.example', 'https://old.example/k.svg']);
    expect(await db.brandVersion.count()).toBe(0);
  });

  it('is read in the encoding that it names, and without pictures that do not come', async () => {
    const gbk = Buffer.concat([
      Buffer.from(
        '<meta charset="gbk"><meta name="theme-color" content="#0a5ac8"><link rel="icon" href="/no.png"><title>',
      ),
      Buffer.from([0xba, 0xec, 0xf6, 0xc0]),
      Buffer.from('</title>'),
    ]);
    const { fetch } = site({ 'https://old.example': answer('text/html', gbk) });
    expect(await readOldSite(admin, { address: 'old.example' }, { fetch })).toMatchObject({
      ...{ name: '红隼', logos: [], accent: { light: '#0a5ac8' } },
    });
  });

  it.each([
    ['http://127.0.0.1/', 'old-site-address'],
    ['ftp://old.example', 'old-site-address'],
    ['http://[::ffff:10.0.0.1]/', 'old-site-address'],
    ['what', 'old-site-unreachable'],
  ])('at %s is refused: %s', async (address, code) => {
    expect(await refusal(readOldSite(admin, { address }))).toBe(code);
  });

  it('is refused in words where it is no page, or too many are asked for', async () => {
    const fails = (code: 'bad-type' | 'timeout') => async () => {
      throw new FetchRefused(code);
    };
    const read = (fetch: GuardedFetch) => refusal(readOldSite(admin, { address: 'old.example' }, { fetch }));
    expect(await read(fails('bad-type'))).toBe('old-site-no-page');
    expect(await read(fails('timeout'))).toBe('old-site-unreachable');
    expect(await read(site({}).fetch)).toBe('old-site-unreachable');
    expect(await read(site({ 'https://old.example': page('<div>'.repeat(100_000)) }).fetch)).toBe('old-site-no-page');
    for (let left = 16; left > 0; left -= 1) await read(site({}).fetch);
    expect(await read(site({}).fetch)).toBe('rate-limited');
  });
});

describe('a picture of an old site', () => {
  it('becomes the logo as an uploaded one does', async () => {
    const { fetch } = site({ 'https://old.example/k.svg': answer('image/svg+xml', drawing) });
    const take = (address: string, shown = 0) =>
      takeOldPicture(admin, { address, part: 'mark', shown, locale: 'en' }, { fetch });
    expect(await refusal(take('https://old.example/other.png'))).toBe('old-site-unreachable');
    expect(await take('https://old.example/k.svg')).toEqual({ version: 1 });
    expect((await readBrand()).mark).toMatch(/^\/files\/[0-9a-f]{64}\.webp$/);
    expect(await refusal(take('https://old.example/k.svg'))).toBe('brand-changed');
  });
});

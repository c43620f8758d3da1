import { beforeEach, describe, expect, it } from 'vitest';

import { guest, type SignedIn } from '@/lib/core/actor';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import type { Refused } from '@/lib/core/errors';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { makePage } from '@/tests/support/page-factories';
import { refusal } from '@/tests/support/refusal';

import { saveBarInput } from './bar-schema';
import { barStateAt } from './choices/bar';
import { movePage, saveBar } from './commands';
import { listLinkedPages } from './queries';
import { listBarVersions, readBar } from './queries/bar';

const save = transact(saveBar);
const form = (more: object = {}) =>
  saveBarInput.parse({ locale: 'en', shown: 0, text: 'Parcels are late', textZh: '', link: '/drops', ...more });
let admin: SignedIn;

beforeEach(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'], name: 'Ada' });
});

describe('the bar above every page', () => {
  it('is for who edits pages, and keeps every version', async () => {
    expect(await refusal(save(guest, form()))).toBe('forbidden');
    await save(admin, form());
    await save(admin, form({ shown: 1, text: '', link: '' }));
    expect(await readBar(reading())).toMatchObject({ version: 2, text: { en: '', zh: '' } });
    const { versions } = await listBarVersions(reading(admin));
    expect(versions.map(({ version, text, by }) => [version, text.en, by?.name])).toEqual([
      [2, '', 'Ada'],
      [1, 'Parcels are late', 'Ada'],
    ]);
  });

  it('says nothing where its version cannot be read any more, and stands in the way of no other', async () => {
    await db.barVersion.create({ data: { version: 1, data: { text: 'Parcels are late' }, at: new Date() } });
    expect(await readBar(reading())).toMatchObject({ version: 1, text: { en: '', zh: '' } });
    await save(admin, form({ shown: 1 }));
    const { versions } = await listBarVersions(reading(admin));
    expect(versions.map(({ version, text }) => [version, text.en])).toEqual([
      [2, 'Parcels are late'],
      [1, ''],
    ]);
  });

  it('is shown from its first moment until its last, by the clock of the zone in which they were typed', async () => {
    await save(admin, form({ zone: 'Asia/Shanghai', from: '2026-12-01T08:00', until: '2026-12-02T08:00' }));
    const bar = await readBar(reading());
    expect([bar.from, bar.until]).toEqual(['2026-12-01T00:00:00.000Z', '2026-12-02T00:00:00.000Z']);
    const at = (moment: string) => barStateAt(bar, new Date(moment));
    expect(
      ['2026-11-30T23:59:59.999Z', '2026-12-01T00:00:00Z', '2026-12-01T23:59:59.999Z', '2026-12-02T00:00:00Z'].map(at),
    ).toEqual([...['waiting', 'shown', 'shown', 'over']]);
    expect(barStateAt({ ...bar, text: { en: '', zh: '' } }, new Date('2026-12-01T00:00:00Z'))).toBe('empty');
  });

  it('takes a link that may be shown, and an end after its start', () => {
    const problem = (more: object) => {
      const read = saveBarInput.safeParse({ locale: 'en', shown: 0, text: 'x', ...more });
      return read.error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? read.data?.link;
    };
    expect(problem({ link: 'https://otter.example/a' })).toBe('https://otter.example/a');
    for (const link of ['javascript:alert(1)', 'data:text/html,x', 'otter'])
      expect(problem({ link })).toEqual(['link code:bad-url']);
    expect(problem({ link: '/.//evil.example' })).toEqual(['link code:bad-url']);
    // Each of these signs is nine once it is written in percent signs.
    expect(problem({ link: `/${'好'.repeat(300)}` })).toEqual(['link code:bad-url']);
    expect(problem({ from: '2026-12-02T08:00', until: '2026-12-02T08:00' })).toEqual(['until code:bar-ends-early']);
  });

  it('is saved by one of two at once; the other learns by whom', async () => {
    const both = await Promise.allSettled([save(admin, form({ text: 'A' })), save(admin, form({ text: 'B' }))]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const [lost] = both.filter((each) => each.status === 'rejected');
    expect(lost!.reason).toMatchObject({ code: 'bar-changed', detail: { values: { name: 'Ada', version: 1 } } });
    const late = await save(admin, form()).catch((error: Refused) => error);
    expect(late).toMatchObject({ code: 'bar-changed' });
  });

  it('would be overwritten by who takes the next number that is free (control)', async () => {
    const blind = (en: string) =>
      inTransaction(admin, async (ctx) => {
        await ctx.db.$executeRaw`
          INSERT INTO "BarVersion" ("version", "data", "at")
          SELECT coalesce(max("version"), 0) + 1, ${JSON.stringify({ text: { en, zh: '' }, link: '', from: null, until: null })}::jsonb, now() FROM "BarVersion"`;
      });
    await blind('A');
    await blind('B');
    expect(await db.barVersion.count()).toBe(2);
  });
});

describe('the order of pages', () => {
  const order = async () => (await listLinkedPages(reading())).footer.map(({ title }) => title);
  const make = (title: string) => makePage(admin, { title, state: 'PUBLISHED', place: 'FOOTER' });

  it('is that in which they were made, until one is moved; at the end it stays', async () => {
    const [a, , c] = [await make('A'), await make('B'), await make('C')];
    const move = transact(movePage);
    expect(await refusal(move(guest, { pageId: a.id, to: 'up' }))).toBe('forbidden');
    await move(admin, { pageId: c.id, to: 'up' });
    expect(await order()).toEqual(['A', 'C', 'B']);
    await move(admin, { pageId: a.id, to: 'up' });
    expect(await order()).toEqual(['A', 'C', 'B']);
  });

  it('loses no page when two are moved at once, in each of ten rounds', async () => {
    const [a, , c] = [await make('A'), await make('B'), await make('C')];
    const move = transact(movePage);
    for (let round = 0; round < 10; round += 1) {
      await Promise.all([move(admin, { pageId: a.id, to: 'down' }), move(admin, { pageId: c.id, to: 'up' })]);
      const positions = await db.page.findMany({ select: { position: true } });
      expect(positions.map(({ position }) => position).toSorted()).toEqual([1, 2, 3]);
      expect((await order()).toSorted()).toEqual(['A', 'B', 'C']);
    }
  });
});

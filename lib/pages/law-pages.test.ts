import { beforeEach, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { neutralBrand } from '@/lib/core/brand';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { emptyMarket, marketData } from '@/lib/core/market';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { pageForm } from '@/tests/support/page-factories';
import { refusal } from '@/tests/support/refusal';

import { textsOf } from './choices/blocks';
import { gapsOf } from './choices/gaps';
import { lawKinds, type LawKind } from './choices/kinds';
import { draftLawPage, savePage } from './commands';
import { lawWords } from './commands/law-words';
import { getPage, previewPage } from './queries';
import { getPageToEdit } from './queries/staff-pages';

const draft = transact(draftLawPage);
const save = transact(savePage);
const seller = { name: 'Otter Ltd.', address: '1 River_Lane\nBristol', taxNumbers: [{ name: 'VAT', number: 'GB 1' }] };
const zone = {
  name: { en: 'EU', zh: '' },
  countries: ['DE', 'FR'],
  days: null,
  rates: { USD: [{ upTo: null, amountMinor: 1 }] },
};
const market = marketData.parse({ ...emptyMarket, seller, zones: [zone] });
const known = { brand: { contact: 'hello@otter.example' }, market };
let admin: SignedIn;

beforeEach(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'], name: 'Ada' });
});

const wordsOf = (kind: LawKind, from: Parameters<typeof lawWords>[1]) => {
  const { blocks } = lawWords(kind, from);
  return blocks
    .flatMap(textsOf)
    .reduce((all, { en, zh }) => ({ en: all.en + en, zh: all.zh + zh }), { en: '', zh: '' });
};

describe('the draft of a law page', () => {
  it.each(lawKinds)('%s says in both languages what the shop knows of itself', (kind) => {
    const { en, zh } = wordsOf(kind, known);
    for (const text of [en, zh]) {
      expect(text).toContain('hello@otter.example');
      expect(text).not.toMatch(/[{}]|undefined/);
      if (kind !== 'ACCESSIBILITY') expect(text).toContain('Otter Ltd.\n1 River\\_Lane\nBristol');
    }
    expect(en.length).toBeGreaterThan(200);
    expect(zh.length).toBeGreaterThan(100);
  });

  it.each(lawKinds)('%s has a gap for what is not known, and one that says that it is a draft', (kind) => {
    const gaps = (from: typeof known) => gapsOf(lawWords(kind, from));
    expect(gaps(known)[0]).toMatch(/^This is a draft, not legal advice/);
    const nothing = { brand: neutralBrand, market: emptyMarket };
    expect(gaps(nothing).length).toBeGreaterThan(gaps(known).length);
    expect(gaps(nothing)).toContain('Your contact email');
  });

  it.each(lawKinds)(
    '%s in one language has the gaps of that language alone, and can be published without the other',
    async (kind) => {
      const nothing = { brand: neutralBrand, market: emptyMarket };
      const [en, zh] = (['en', 'zh'] as const).map((language) => gapsOf(lawWords(kind, nothing, language)));
      expect(en!.join()).not.toMatch(/\p{Script=Han}/u);
      expect(zh!.every((gap) => /\p{Script=Han}/u.test(gap))).toBe(true);
      expect([...en!, ...zh!].toSorted()).toEqual(gapsOf(lawWords(kind, nothing)).toSorted());
      const { id } = await draft(admin, { kind, languages: 'zh' });
      const page = await db.page.findUniqueOrThrow({ where: { id } });
      expect([page.title, page.titleZh.length > 0]).toEqual(['', true]);
      const { blocks } = (await getPageToEdit(reading(admin), { id }))!;
      const filled = JSON.parse(JSON.stringify(blocks).replaceAll(/\[\[.*?\]\]/g, '好')) as typeof blocks;
      await save(
        admin,
        pageForm({
          ...{ title: page.title, titleZh: page.titleZh, descriptionZh: page.descriptionZh },
          pageId: id,
          shown: page.version,
          blocks: filled,
          state: 'PUBLISHED',
        }),
      );
      expect(await db.page.findUniqueOrThrow({ where: { id } })).toMatchObject({
        state: 'PUBLISHED',
        titleZh: page.titleZh,
      });
    },
  );

  it('names the countries, the address that returns go to, and the tax numbers', () => {
    expect(wordsOf('TERMS', known)).toEqual({
      en: expect.stringContaining('France, Germany'),
      zh: expect.stringContaining('、'),
    });
    expect(wordsOf('IMPRINT', known).en).toContain('VAT GB 1');
    expect(wordsOf('RETURNS', { ...known, market: { ...market, returnAddress: 'Dock 5' } }).en).toContain('Dock 5');
  });

  it('takes nothing of an address for Markdown or a gap', async () => {
    const odd = { ...market, seller: { ...seller, name: '[[Otter]] *Ltd*', address: '1. Stock <b>\n# 5' } };
    await db.market.create({ data: { number: 1, createdAt: new Date() } });
    await db.marketVersion.create({ data: { market: 1, version: 1, data: odd, at: new Date() } });
    const { id } = await draft(admin, { kind: 'IMPRINT' });
    const page = (await previewPage(reading(admin), { id }))!;
    expect(JSON.stringify(page.blocks)).toContain('[[Otter]] *Ltd*<br>\\n1. Stock &lt;b&gt;<br>\\n# 5');
    expect(gapsOf((await getPageToEdit(reading(admin), { id }))!)).not.toContain('Otter');
  });

  it('is published once its gaps are filled, and not before', async () => {
    const { id } = await draft(admin, { kind: 'TERMS' });
    const page = (await getPageToEdit(reading(admin), { id }))!;
    const fields = { pageId: id, shown: 1, title: page.title, state: 'PUBLISHED' };
    expect(await refusal(save(admin, pageForm({ ...fields, blocks: page.blocks })))).toBe('page-gaps');
    expect(await getPage(reading(), { slug: 'terms' })).toBeNull();
    const filled: unknown = JSON.parse(JSON.stringify(page.blocks).replace(/\[\[[^\]]*\]\]/g, 'Said'));
    await save(admin, pageForm({ ...fields, blocks: filled as unknown[] }));
    expect(await getPage(reading(), { slug: 'terms' })).toMatchObject({
      kind: 'TERMS',
      title: 'Terms of sale and use',
    });
  });

  it('is made once for two who ask at once, and again beside a published one', async () => {
    const both = await Promise.allSettled([draft(admin, { kind: 'PRIVACY' }), draft(admin, { kind: 'PRIVACY' })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await refusal(draft(admin, { kind: 'PRIVACY' }))).toBe('law-page-drafted');
    await db.page.updateMany({ data: { state: 'PUBLISHED', publishedAt: new Date() } });
    expect(await refusal(draft(admin, { kind: 'PRIVACY' }))).toBe('done');
  });

  it('is made twice by two who do not take turns (control)', async () => {
    const slow = () =>
      inTransaction(admin, (ctx) => {
        const raw = async () => {
          await new Promise((resolve) => setTimeout(resolve, 150));
          return 0;
        };
        const loose = new Proxy(ctx.db, {
          get: (target, name) => (name === '$executeRaw' ? withoutLock : Reflect.get(target, name)),
        });
        const withoutLock = (sql: TemplateStringsArray, ...values: unknown[]) =>
          sql.join('').includes('pg_advisory') ? raw() : Reflect.apply(ctx.db.$executeRaw, ctx.db, [sql, ...values]);
        return draftLawPage({ ...ctx, db: loose }, { kind: 'PRIVACY' });
      });
    await Promise.all([slow(), slow()]);
    expect(await db.page.count({ where: { kind: 'PRIVACY', state: 'DRAFT' } })).toBe(2);
  });
});

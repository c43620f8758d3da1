import { beforeAll, describe, expect, it } from 'vitest';

import { guest, type Actor } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { find, handles, makeFindable, move } from '@/tests/support/search-factories';

import { nearOf, isOneSlip } from './choices/spelling';
import { searchPageOf, searchText } from './schema';
import { maySearch, searches } from './turns';

beforeAll(async () => {
  await makeFindable({
    handle: 'phone',
    title: 'Millet Phone',
    titleZh: '小米粒手机',
    type: 'Phones',
    sku: 'ML-PH-128',
  });
  await makeFindable({
    handle: 'case',
    title: 'Millet phone case',
    titleZh: 'Millet 手机壳',
    type: 'Cases',
    sku: 'ML-CS-01',
  });
  await makeFindable({ handle: 'x10-pro', title: 'X10 Pro', titleZh: 'X10 Pro 旗舰版', sku: 'ML-X10-256' });
  await makeFindable({ handle: 'x10', title: 'X10', titleZh: 'X10' });
  await makeFindable({ handle: 'dock', title: 'Desk dock', html: '<p>Charges your phones. Café table tested.</p>' });
  await makeFindable({ handle: 'earbuds', title: 'Foxtail Earbuds', titleZh: '狐尾耳机', tags: ['running'] });
  await makeFindable({ handle: 'secret', title: 'Millet Phone Nebula', status: 'DRAFT' });
});

describe('what is found', () => {
  it.each([
    ['millet phone', ['phone', 'case']],
    ['PHONE', ['case', 'phone', 'dock']],
    ['phones', ['case', 'phone', 'dock']],
    ['手机', ['case', 'phone']],
    ['Millet 手机壳', ['case']],
    ['millet手机壳', ['case']],
    ['机', ['earbuds', 'case', 'phone']],
    ['X10 pro', ['x10-pro']],
    ['x10pro', ['x10-pro']],
    ['x 10', ['x10', 'x10-pro']],
    ['Ｘ１０', ['x10', 'x10-pro']],
    ['ml-ph-128', ['phone']],
    ['MLPH128', ['phone']],
    ['cafe', ['dock']],
    ['run', ['earbuds']],
    ['runs', ['earbuds']],
    ['ear buds', ['earbuds']],
  ])('by "%s"', async (q, expected) => expect(await handles(q)).toEqual(expected));

  it('begins with what is called exactly so, although others are newer', async () => {
    await makeFindable({ handle: 'x10-strap', title: 'X10 strap' });
    expect((await handles('x10'))[0]).toBe('x10');
  });
});

describe('a slip of the fingers', () => {
  it.each([
    ['milet phnoe', 'millet phone', ['phone', 'case']],
    ['millte', 'millet', ['case', 'phone']],
    ['foxtial', 'foxtail', ['earbuds']],
    ['phone caes', 'phone case', ['case']],
    ['eaarbuds 狐尾', 'earbuds 狐尾', ['earbuds']],
  ])('"%s" finds what "%s" does', async (q, meant, expected) => {
    expect(await find(q)).toMatchObject({ by: 'spelling', meant });
    expect(await handles(q)).toEqual(expected);
  });

  it('finds some of the words where nothing has all of them, and nothing where nothing has any', async () => {
    expect(await find('earbuds refrigerator')).toMatchObject({ by: 'some', products: [{ handle: 'earbuds' }] });
    expect(await find('手机支架')).toMatchObject({ by: 'some' });
    expect(await find('zzzzzz qqqqqq')).toMatchObject({ products: [], count: 0 });
  });

  it('offers no word that nothing on show has', async () => {
    const id = await makeFindable({ handle: 'gone', title: 'Zephyrine' });
    expect(await find('zephyrne')).toMatchObject({ meant: 'zephyrine' });
    await move(id, 'ARCHIVED');
    expect(await find('zephyrne')).toMatchObject({ meant: null, products: [] });
  });

  it('is one letter too many, one missing, a wrong one, or two that changed places', () => {
    const slips = ['phon', 'pphone', 'phome', 'phnoe', 'hpone', 'phonee'];
    expect(slips.filter((slip) => !isOneSlip('phone', slip))).toEqual([]);
    expect(['phone', 'phonees', 'phnose', 'enohp', 'poohne'].filter((other) => isOneSlip('phone', other))).toEqual([]);
    expect([isOneSlip('air', 'ari'), isOneSlip('air', 'aid'), isOneSlip('air', 'airs')]).toEqual([true, false, false]);
    expect(slips.filter((slip) => !nearOf(slip).some((each) => nearOf('phone').includes(each)))).toEqual([]);
  });
});

it('is searched so often by one network of guests and by one member, and no more', () => {
  const tries = (actor: Actor, network: string) =>
    Array.from({ length: searches.atOnce + 5 }, () => maySearch(actor, network)).filter(Boolean).length;
  expect([tries(guest, '192.0.2.0'), tries(guest, '192.0.2.0'), tries(guest, '198.51.100.0')]).toEqual([30, 0, 30]);
});

describe('what is typed', () => {
  it.each([
    ['NUL and other controls', 'pho\u0000ne\u0007'],
    ['halves of characters', '\ud83d phone'],
    ['signs that nobody sees', 'p\u200bh\u00adone\u202e'],
    ['signs of queries', `phone' & | ! <-> :* \\ ( ) " %`],
    ['quotes alone', `'''`],
    ['a very long text', `phone ${'x '.repeat(5_000)}`],
    ['a very long word', 'p'.repeat(50_000)],
    ['stacked marks', `e${'\u0301'.repeat(3_000)}`],
    ['emoji', '📱📱'],
  ])('finds or finds nothing, and never fails: %s', async (_, q) => {
    expect(searchText(q).length).toBeLessThanOrEqual(400);
    await expect(find(q)).resolves.toHaveProperty('count');
  });

  it('is read without what nobody sees', async () => {
    expect((await handles('p\u200bh\u00adone\u0000')).toSorted()).toEqual(['case', 'dock', 'phone']);
  });

  it('asks for pages that there can be', () => {
    expect(['2', '10', '11', '0', '-1', '1e3', '99999', 'x', undefined].map((page) => searchPageOf(page))).toEqual([
      2, 10, 1, 1, 1, 1, 1, 1, 1,
    ]);
  });
});

describe('how many are found', () => {
  it('is counted on every page, and a page that is none is the last', async () => {
    for (let at = 1; at <= 23; at += 1) await makeFindable({ handle: `bolt-${at}`, title: `Quincunx bolt ${at}` });
    const pages = await Promise.all([1, 2, 3, 10].map((page) => find('quincunx', page)));
    expect(pages.map(({ count, page, products }) => [count, page, products.length])).toEqual([
      [23, 1, 20],
      [23, 2, 3],
      [23, 2, 3],
      [23, 2, 3],
    ]);
    expect(await find('quincunxx', 9)).toMatchObject({ meant: 'quincunx', count: 23, page: 2 });
    expect(await find('zzzzzz', 9)).toMatchObject({ count: 0, page: 1, products: [] });
  });

  it('leaves out what went off show and is in the index still', async () => {
    const [one] = await Promise.all(
      ['a', 'b'].map((of) => makeFindable({ handle: `vel-${of}`, title: `Velleity ${of}` })),
    );
    await db.product.update({ where: { id: one! }, data: { status: 'ARCHIVED' } });
    expect(await find('velleity')).toMatchObject({ count: 1, products: [{ handle: 'vel-b' }] });
  });
});

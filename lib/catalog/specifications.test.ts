import { describe, expect, it } from 'vitest';

import { listedOf, specificationsOf, tagsShown } from './specifications';

const one = (value: string, key = 'custom.x') =>
  specificationsOf({ [key]: value }).flatMap(({ values }) => values.map(({ text }) => text));

describe('metafields', () => {
  it('are named by the last part of their key, in its own language', () => {
    expect(specificationsOf({ 'custom.battery_hours': '9', 'custom.续航': '9 小时' })).toEqual([
      { label: 'Battery hours', values: [{ text: '9' }] },
      { label: '续航', values: [{ text: '9 小时' }] },
    ]);
  });

  it.each([
    ['a list', '["Cotton","Linen"]', ['Cotton', 'Linen']],
    ['a measure', '{"value":1.5,"unit":"KILOGRAMS"}', ['1.5 kg']],
    ['an amount', '{"amount":"10.00","currency_code":"EUR"}', ['10.00 EUR']],
    [
      'rich text',
      '{"type":"root","children":[{"type":"paragraph","children":[{"type":"text","value":"Wash "},{"type":"text","value":"cold","bold":true}]}]}',
      ['Wash cold'],
    ],
    ['HTML', '<p>Wash <b>cold</b></p><script>x()</script>', ['Wash cold']],
    ['what only looks like JSON', '[new] edition', ['[new] edition']],
    ['a rating object', '{"scale_min":"1","scale_max":"5","value":"4.5"}', []],
    ['a reference', 'gid://shopify/Product/1', []],
    ['references', '["gid://shopify/Product/1"]', []],
    ['blank', '  ', []],
    ['a page of code', 'x'.repeat(10_001), []],
  ])('%s', (_name, value, expected) => expect(one(value)).toEqual(expected));

  it('of the shop’s own categories are lists', () => {
    expect(one('black; blue', 'shopify.color-pattern')).toEqual(['black', 'blue']);
    expect(one('black; blue', 'custom.colour')).toEqual(['black; blue']);
  });

  it('that are addresses are links without their scheme', () => {
    expect(specificationsOf({ 'custom.manual': 'https://www.example.com/m.pdf' })).toEqual([
      { label: 'Manual', values: [{ text: 'example.com/m.pdf', href: 'https://www.example.com/m.pdf' }] },
    ]);
    expect(specificationsOf({ 'custom.manual': 'javascript:alert(1)' })[0]?.values[0]).toEqual({
      text: 'javascript:alert(1)',
    });
  });

  it('of variants are said once where all are alike, else each with its variant', () => {
    expect(
      specificationsOf({
        'custom.finish / S': 'matte',
        'custom.finish / M': 'gloss',
        'custom.material / S': 'steel',
        'custom.material / M': 'steel',
      }),
    ).toEqual([
      {
        label: 'Finish',
        values: [
          { text: 'matte', of: 'S' },
          { text: 'gloss', of: 'M' },
        ],
      },
      { label: 'Material', values: [{ text: 'steel' }] },
    ]);
  });

  it.each([
    'shopify.seo_title',
    'shopify.category',
    'mm-google-shopping.custom_product',
    'judgeme.widget',
    'app--123.state',
    'shopify--discovery--product_recommendation.related_products',
    'global.title_tag',
    'custom.supplier_name',
    'custom.unit-cost',
    'custom.internal_notes',
    'custom.notes',
    'custom',
  ])('%s is not for readers', (key) => expect(specificationsOf({ [key]: 'x' })).toEqual([]));

  it('of any other shape are nothing', () => {
    expect([null, undefined, {}, { 'custom.x': 5 }].map(specificationsOf)).toEqual([[], [], [], []]);
  });
});

describe('tags', () => {
  it('that are words are shown, those that steer software are not', () => {
    const given = [
      'Pot',
      'USB-C',
      '开放式',
      'אוזניות',
      'Rock & Roll',
      '__label:new',
      'YGroup_1',
      'a::b => c',
      'x=1',
      '',
      'x'.repeat(41),
    ];
    expect(tagsShown(given)).toEqual(['Pot', 'USB-C', '开放式', 'אוזניות', 'Rock & Roll']);
  });

  it('are a dozen at most', () => expect(tagsShown(Array.from({ length: 99 }, (_, at) => `t${at}`))).toHaveLength(12));
});

describe('what is listed in each language', () => {
  const english = { tags: ['desk'], metafields: { 'custom.power': '18 W' } };
  it('has its own words', () => {
    expect(listedOf({ ...english, tagsZh: ['桌面'], metafieldsZh: { 'custom.功率': '18 瓦' } }).zh).toEqual({
      specifications: [{ label: '功率', values: [{ text: '18 瓦' }] }],
      tags: ['桌面'],
    });
  });
  it('is what the shop wrote where it has no Chinese', () => {
    const { en, zh } = listedOf({ ...english, tagsZh: [], metafieldsZh: {} });
    expect(zh).toEqual(en);
  });
});

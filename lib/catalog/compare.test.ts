import { beforeAll, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';

import { comparePath, compareSpecifications, readCompared } from './choices/compare';
import { saveProduct } from './commands';
import { listCompared, listToCompare } from './queries/compared';

const save = transact(saveProduct);
const variants = [{ title: 'One', priceMinor: 100, currency: 'USD' }];

beforeAll(async () => {
  await db.product.deleteMany();
  for (const [handle, type] of [
    ['air', 'Earphones'],
    ['hearth', 'Speakers'],
    ['clip', 'Earphones'],
  ] as const)
    await save(system, { handle, title: handle, type, status: 'ACTIVE', variants });
  await save(system, { handle: 'draft', title: 'Draft', type: 'Earphones', status: 'DRAFT', variants });
});

describe('a comparison', () => {
  it('puts what is labelled alike on one line and says where products differ', () => {
    const [battery, size, shade] = [{ text: '24 h' }, { text: '40 mm' }, { text: '42 mm', of: 'Oat' }];
    const [one, other] = [
      [
        { label: 'Battery', values: [battery] },
        { label: 'Driver', values: [size, shade] },
      ],
      [
        { label: 'Weight', values: [{ text: '62 g' }] },
        { label: 'BATTERY ', values: [battery] },
      ],
    ];
    expect(compareSpecifications([one, other])).toEqual([
      { label: 'Battery', cells: ['24 h', '24 h'], differs: false },
      { label: 'Driver', cells: ['40 mm\nOat: 42 mm', null], differs: true },
      { label: 'Weight', cells: [null, '62 g'], differs: true },
    ]);
    expect(compareSpecifications([])).toEqual([]);
  });

  it('is of at most four products, each once, by an address that can be shared', () => {
    expect(comparePath(['air', '耳机'])).toBe('/compare?of=air%2C%E8%80%B3%E6%9C%BA');
    expect(comparePath([])).toBe('/compare');
    expect(readCompared('air, air,,clip,a,b,c')).toEqual(['air', 'clip', 'a', 'b']);
    expect([readCompared(), readCompared(',,')]).toEqual([[], []]);
  });

  it('is of products on show, in the order in which they are asked for', async () => {
    const found = await listCompared(reading(), { handles: ['hearth', 'draft', 'none', 'air'] });
    expect(found.map(({ handle }) => handle)).toEqual(['hearth', 'air']);
  });

  it('offers others on show, of the same kind first', async () => {
    const others = await listToCompare(reading(), { handles: ['air'], kinds: ['Earphones'] });
    expect(others.map(({ handle }) => handle)).toEqual(['clip', 'hearth']);
  });
});

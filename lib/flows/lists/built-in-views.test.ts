/** What holds of the views that lists bring along, without any rows. */
import { describe, expect, it } from 'vitest';

import { declareList, readList, type Asked, type ListShape } from '@/lib/core/list';
import { askedByView, viewAddress } from '@/lib/core/list-views';

const files = import.meta.glob<Record<string, unknown>>('/lib/*/list.ts', { eager: true });
const isList = (value: unknown): value is ListShape =>
  typeof value === 'object' && value !== null && 'sorts' in value && 'columns' in value;
const lists = Object.values(files).flatMap((exported) => Object.values(exported).filter(isList));
const views = lists.flatMap((list) =>
  Object.entries(list.views ?? {}).map(([view, declared]) => ({ list, name: list.name, view, declared })),
);

describe('views that lists bring along', () => {
  it('are brought by every list of work that waits', () => {
    expect([...new Set(views.map(({ name }) => name))].toSorted()).toEqual(
      [
        ...['members', 'orders', 'products', 'questions', 'releases', 'reports', 'reviews', 'stock', 'triage', 'units'],
      ].toSorted(),
    );
  });

  it.each(views)('$name: $view is an address of its list', ({ list, declared }) => {
    const today = { now: new Date('2026-11-29T23:30:00Z'), zone: 'Asia/Shanghai' };
    const { filters, sort } = viewAddress(declared, today);
    const asked: Asked = readList(list, { ...filters, sort });
    expect(asked).toEqual(askedByView(list, declared, today));
    expect(asked.unknown).toEqual([]);
    expect(asked.unsorted).toBeUndefined();
  });

  it('each have an address of their own', () => {
    for (const list of lists) {
      const of = Object.values(list.views ?? {}).map(({ filters }) => JSON.stringify(filters));
      expect(new Set(of).size, list.name).toBe(of.length);
    }
  });

  it('count days back by the calendar of the zone, over a change of clocks too', () => {
    const day = (now: string, zone: string, daysAgo: number) =>
      viewAddress({ filters: { from: { daysAgo } } }, { now: new Date(now), zone }).filters.from;
    expect(day('2026-11-29T23:30:00Z', 'Asia/Shanghai', 6)).toBe('2026-11-24');
    expect(day('2026-11-29T23:30:00Z', 'America/Los_Angeles', 6)).toBe('2026-11-23');
    // Berlin puts its clocks back on 25 October and forward on 29 March.
    expect(day('2026-10-25T23:30:00Z', 'Europe/Berlin', 1)).toBe('2026-10-25');
    expect(day('2026-10-25T22:30:00Z', 'Europe/Berlin', 0)).toBe('2026-10-25');
    expect(day('2026-03-29T22:30:00Z', 'Europe/Berlin', 1)).toBe('2026-03-29');
  });

  it('name only filters and orders that their list has', () => {
    const rest = { name: 'parcels', table: 'Order', search: false, columns: ['a'], shown: ['a'] } as const;
    const sorts = { newest: { by: '"createdAt"', as: 'timestamptz' } } as const;
    // @ts-expect-error The list has no such filter.
    declareList({ ...rest, sorts, filters: {}, views: { red: { filters: { colour: 'red' } } } });
    // @ts-expect-error The list has no such order.
    declareList({ ...rest, sorts, filters: {}, views: { old: { filters: {}, sort: 'oldest' } } });
    expect(declareList({ ...rest, sorts, filters: {}, views: { all: { filters: {} } } }).views.all.filters).toEqual({});
  });
});

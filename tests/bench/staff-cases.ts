/** What is asked of each list of the staff pages. */
import { memberList } from '@/lib/members/list';
import { orderList } from '@/lib/orders/list';
import { casesOf } from '@/tests/support/list-plans';

import type { StaffRows } from './staff-rows';

export type ListCase = { name: string; path: string };

/** Each order of each list with each set of filters, then its searches. */
export function listCases({ drops }: StaffRows): ListCase[] {
  const orders = casesOf(orderList, {
    drop: [drops[4]!],
    state: ['REFUNDED'],
    from: ['2024-01-01'],
    until: ['2026-06-01'],
    currency: ['EUR'],
    attention: ['1'],
  });
  const members = casesOf(memberList, { trust: ['3'], role: ['SUPPORT'], suspended: ['1'] });
  const searches = [
    'm777',
    'walker77',
    'Ada',
    'ada walker1230 town230',
    '1ZB4242',
    '+1 555 0004242',
    'fan99@bench.millet',
    '@fan99',
    'nobody here',
  ];
  return [
    ...orders.map((query) => caseOf('orders', { ...query, ...(query.q && { q: 'walker77' }) })),
    ...searches.map((q) => caseOf('orders', { q })),
    // A drop whose orders in that state, if any, lie behind a hundred thousand others.
    caseOf('orders', { drop: drops[0]!, state: 'DELIVERED' }),
    caseOf('orders', { drop: drops[7]!, state: 'PAID' }),
    ...members.map((query) => caseOf('members', { ...query, ...(query.q && { q: 'walker77' }) })),
    ...['fan777', 'ada walker77', 'alker77', 'Ada', '@fan99', 'fan99@bench.millet'].map((q) =>
      caseOf('members', { q }),
    ),
  ];
}

function caseOf(list: string, query: Record<string, string>): ListCase {
  const words = Object.entries(query).map(([name, value]) =>
    name === 'sort' ? value : name === 'q' ? `“${value}”` : name,
  );
  return { name: `${list}: ${words.join(', ')}`, path: `/en/staff/${list}?${new URLSearchParams(query)}` };
}

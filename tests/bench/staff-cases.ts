/** What is asked of each list of the staff pages. */
import { productList } from '@/lib/catalog/list';
import { ideaList } from '@/lib/feedback/list';
import { memberList } from '@/lib/members/list';
import { reportList } from '@/lib/moderation/list';
import { orderList } from '@/lib/orders/list';
import { casesOf } from '@/tests/support/list-plans';

import { uuidOf } from './staff-queue-rows';
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
  const days = { from: ['2024-01-01'], until: ['2026-06-01'] };
  const members = casesOf(memberList, { trust: ['3'], customer: ['1'], role: ['SUPPORT'], suspended: ['1'], ...days });
  const [product, board] = [[uuidOf('product7')], [uuidOf('board')]];
  const ideas = casesOf(ideaList, { kind: ['IDEA'], product, stage: ['NEW'], board, ...days });
  const reports = casesOf(reportList, {
    ...{ state: ['DECIDED'], outcome: ['NOTHING_WRONG'], reason: ['ABUSE'], board, ...days },
    ...{ author: ['fan77'], reporter: ['fan77'] },
  });
  const products = casesOf(productList, { status: ['ACTIVE'], drop: ['no'], picture: ['no'] });
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
    caseOf('triage', {}),
    ...ideas.map((query) => caseOf('triage', { ...query, ...(query.q && { q: '777' }) })),
    ...['lamp', 'glows 77', '10000777', 'nothing here'].map((q) => caseOf('triage', { q })),
    caseOf('reports', {}),
    ...reports.map((query) => caseOf('reports', query)),
    ...products.map((query) => caseOf('products', { ...query, ...(query.q && { q: 'sku-77' }) })),
    ...['lamp', 'SKU-777', 'bench-99', 'nothing here'].map((q) => caseOf('products', { q })),
  ];
}

function caseOf(list: string, query: Record<string, string>): ListCase {
  const words = Object.entries(query).map(([name, value]) =>
    name === 'sort' ? value : name === 'q' ? `“${value}”` : name,
  );
  return { name: `${list}: ${words.join(', ')}`, path: `/en/staff/${list}?${new URLSearchParams(query)}` };
}

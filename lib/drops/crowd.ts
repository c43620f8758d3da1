import { firstId, minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'Drop',
    values: {
      id: rowId('drop'),
      slug: "'crowd-' || i",
      productId: firstId('product'),
      title: "'Drop ' || i",
      mode: "'DRAW'",
      createdAt: minutesAgo,
      announcedAt: minutesAgo,
    },
  },
  {
    table: 'Wave',
    values: {
      id: rowId('wave'),
      dropId: rowId('drop'),
      number: '1',
      opensAt: "now() - interval '2 hours'",
      closesAt: "now() + (CASE WHEN i % 2 = 0 THEN -1 ELSE 1 END) * interval '1 hour'",
      seed: "'ab'",
      seedHash: "'cd'",
      decidedAt: 'now()',
    },
  },
  {
    table: 'Allotment',
    values: {
      id: rowId('allotment'),
      waveId: rowId('wave'),
      variantId: firstId('variant'),
      units: '500',
      remaining: '499',
    },
  },
  {
    table: 'Drop',
    values: {
      id: rowId('plan'),
      slug: "'crowd-plan-' || i",
      productId: firstId('product'),
      title: "'Plan ' || i",
      createdAt: minutesAgo,
    },
  },
  {
    table: 'Wave',
    values: {
      id: rowId('plan-wave'),
      dropId: rowId('plan'),
      number: '1',
      opensAt: "now() + interval '1 hour'",
      closesAt: "now() + interval '2 hours'",
    },
  },
  {
    table: 'Wave',
    values: {
      id: rowId('plan-wave-2'),
      dropId: rowId('plan'),
      number: '2',
      opensAt: "now() + interval '3 hours'",
      closesAt: "now() + interval '4 hours'",
    },
  },
  {
    table: 'Entry',
    values: {
      id: rowId('entry'),
      dropId: firstId('drop'),
      waveId: firstId('wave'),
      memberId: rowId('member'),
      allotmentId: firstId('allotment'),
      at: 'now()',
      state: "'LOST'",
      rank: 'i',
    },
  },
  {
    table: 'Reservation',
    values: { dropId: firstId('drop'), memberId: rowId('member'), variantId: firstId('variant'), createdAt: 'now()' },
  },
  {
    table: 'Claim',
    values: {
      id: rowId('claim'),
      dropId: rowId('drop'),
      allotmentId: rowId('allotment'),
      memberId: firstId('member'),
      state: "'PAID'",
      heldUntil: 'now()',
      createdAt: minutesAgo,
    },
  },
];

import { firstId, minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'Repair',
    values: {
      id: rowId('repair'),
      number: "'CR0WD' || i",
      unitId: rowId('unit'),
      memberId: firstId('member'),
      state: "'ASKED'",
      note: "'It hums'",
      inWarranty: 'true',
      currency: "'USD'",
      createdAt: minutesAgo,
      changedAt: minutesAgo,
    },
  },
  {
    table: 'RepairQuote',
    values: {
      id: rowId('repairQuote'),
      repairId: firstId('repair'),
      version: 'i',
      amountMinor: '100',
      text: "'A new fan'",
      state: "'REPLACED'",
      createdAt: minutesAgo,
    },
  },
  {
    table: 'RepairPart',
    values: {
      id: rowId('repairPart'),
      repairId: firstId('repair'),
      variantId: firstId('variant'),
      quantity: '1',
      at: minutesAgo,
    },
  },
  {
    table: 'RepairStep',
    values: { id: rowId('repairStep'), repairId: firstId('repair'), state: "'ASKED'", at: minutesAgo },
  },
];

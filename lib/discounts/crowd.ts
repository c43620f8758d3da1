import { firstId, minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'Discount',
    values: {
      ...{ id: rowId('discount'), title: "'Discount ' || i", titleZh: "'优惠' || i", code: "'CODE-' || i" },
      ...{ kind: "'PERCENT'", percent: '10', currency: "'USD'", startsAt: minutesAgo, createdAt: minutesAgo },
    },
  },
  { table: 'DiscountProduct', values: { discountId: rowId('discount'), productId: firstId('product') } },
];

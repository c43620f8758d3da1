import type { Reading } from '@/lib/core/context';
import { inOrderOf } from '@/lib/core/list-page';
import { plainAmount } from '@/lib/core/money';

import { readRows } from './queries/staff-products';

/** The first line of a file of products; programs read it, so that it is not translated. */
export const productHead = [
  'handle',
  'title',
  'title_zh',
  'type',
  'status',
  'created_at',
  'changed_at',
  'variants',
  'skus',
  'lowest_prices',
];

/** The cells of products, each with the lowest price in each currency; the flow has asked for the permission. */
export async function productCells(reading: Pick<Reading, 'db' | 'now'>, { ids }: { ids: string[] }) {
  const rows = inOrderOf(ids, await readRows(reading, ids));
  return rows.map(({ variants, ...row }) => [
    row.handle,
    row.title,
    row.titleZh,
    row.type,
    row.status,
    row.createdAt.toISOString(),
    row.updatedAt.toISOString(),
    variants.length,
    variants.flatMap(({ sku }) => sku ?? []).join('; '),
    lowestOf(variants),
  ]);
}

function lowestOf(variants: { currency: string; priceMinor: number }[]): string {
  const lowest = new Map<string, number>();
  for (const { currency, priceMinor } of variants)
    lowest.set(currency, Math.min(priceMinor, lowest.get(currency) ?? priceMinor));
  return [...lowest].map(([currency, minor]) => `${currency} ${plainAmount(minor, currency)}`).join('; ');
}

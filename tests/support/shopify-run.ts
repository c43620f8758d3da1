import { importShopify, type ShopifyFile, type ShopifyWatch } from '@/lib/import/import-shopify';
import type { Refusal } from '@/lib/import/report';

/** A file of an old shop with these lines. */
export const sheet = (name: string, ...lines: string[]): ShopifyFile => ({
  name,
  open: async function* () {
    yield lines.join('\n');
  },
});

/** Brings files of an old shop; refusals as `row code`, what was left out by its name. */
export async function bring(files: ShopifyFile[], watch: Partial<ShopifyWatch> = {}) {
  const refusals: Refusal[] = [];
  const leftOut: Record<string, number> = {};
  const kinds: string[] = [];
  const done = await importShopify(files, {
    currency: 'USD',
    onRefusal: (refusal) => refusals.push(refusal),
    onLeftOut: (what, count) => (leftOut[what] = count),
    onFile: (file, kind) => kinds.push(`${file} ${kind}`),
    ...watch,
  });
  return { done, refusals, refused: refusals.map(({ row, code }) => `${row} ${code}`), leftOut, kinds };
}

/** A line of a sheet from cells by their columns. */
export const lineOf = (columns: readonly string[], cells: Record<string, string>): string =>
  columns
    .map((column) => cells[column] ?? '')
    .map((cell) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');

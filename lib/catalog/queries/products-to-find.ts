import type { Reading } from '@/lib/core/context';
import { textOf } from '@/lib/core/sanitize';

import { listedOf } from '../specifications';

const mostVariants = 250;

/** What a product on show is found by, with its version; null where it is not on show. */
export async function getProductToFind({ db }: Pick<Reading, 'db'>, { id }: { id: string }) {
  const product = await db.product.findFirst({
    where: { id, status: 'ACTIVE' },
    select: {
      ...{ handle: true, title: true, titleZh: true, tagline: true, taglineZh: true, html: true, htmlZh: true },
      ...{ type: true, vendor: true, tags: true, tagsZh: true, metafields: true, metafieldsZh: true },
      ...{ version: true, createdAt: true },
      variants: {
        where: { retiredAt: null },
        orderBy: { position: 'asc' },
        take: mostVariants,
        select: { title: true, titleZh: true, sku: true, barcode: true },
      },
    },
  });
  return product && { version: product.version, at: product.createdAt, text: wordsOf(product) };
}

type Row = Parameters<typeof listedOf>[0] &
  Record<'handle' | 'title' | 'titleZh' | 'tagline' | 'taglineZh' | 'html' | 'htmlZh' | 'type' | 'vendor', string> & {
    variants: { title: string; titleZh: string; sku: string | null; barcode: string | null }[];
  };

function wordsOf(product: Row) {
  const { en, zh } = listedOf(product);
  const listed = [en, zh].flatMap(({ specifications, tags }) => [
    ...tags,
    ...specifications.flatMap(({ label, values }) => [label, ...values.map(({ text }) => text)]),
  ]);
  return {
    names: [product.title, product.titleZh].filter(Boolean),
    kinds: [product.type],
    codes: product.variants.flatMap(({ sku, barcode }) =>
      [sku, barcode].filter((code) => code !== null && code !== ''),
    ) as string[],
    beside: [
      product.handle,
      product.vendor,
      ...product.variants.flatMap(({ title, titleZh }) => [title, titleZh]),
      product.tagline,
      product.taglineZh,
      ...listed,
      textOf(product.html),
      textOf(product.htmlZh),
    ],
  };
}

/** Products on show by their ids, from one on, with their versions. */
export async function listShownVersions(
  { db }: Pick<Reading, 'db'>,
  { after, take }: { after?: string; take: number },
): Promise<{ id: string; version: number }[]> {
  const where = { status: 'ACTIVE' as const, ...(after && { id: { gt: after } }) };
  return db.product.findMany({ where, orderBy: { id: 'asc' }, take, select: { id: true, version: true } });
}

/** Which of these are on show. */
export async function listShownAmong({ db }: Pick<Reading, 'db'>, { ids }: { ids: string[] }): Promise<string[]> {
  const rows = await db.product.findMany({ where: { id: { in: ids }, status: 'ACTIVE' }, select: { id: true } });
  return rows.map(({ id }) => id);
}
